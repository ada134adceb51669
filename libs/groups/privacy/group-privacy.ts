import { registerEnumType } from '@nestjs/graphql';
import { GroupKind } from '#members/membership.entity.js';
import { type Group, GroupAccess } from '../group.entity.js';

/**
 * The readers of a group and how members join, most private first. Only members and invited accounts can see a hidden
 * group.
 */
export enum GroupPrivacy {
  hidden = 'hidden',
  invitation = 'invitation',
  request = 'request',
  open = 'open',
}
registerEnumType(GroupPrivacy, { name: 'GroupPrivacy' });

const ORDER = Object.values(GroupPrivacy);

export const groupPrivacyOf = ({
  isListed,
  access,
}: Pick<Group, 'isListed' | 'access'>): GroupPrivacy =>
  isListed ? GroupPrivacy[access] : GroupPrivacy.hidden;

/** The columns that store this privacy. */
export const groupPrivacyColumnsOf = (privacy: GroupPrivacy): Pick<Group, 'isListed' | 'access'> =>
  privacy === GroupPrivacy.hidden
    ? { isListed: false, access: GroupAccess.invitation }
    : { isListed: true, access: GroupAccess[privacy] };

/** Nobody joins a coalition by themself: it is hidden or listed. */
const OF_COALITIONS: readonly GroupPrivacy[] = [GroupPrivacy.hidden, GroupPrivacy.invitation];
export const isPrivacyOf = ({ kind }: Pick<Group, 'kind'>, privacy: GroupPrivacy): boolean =>
  kind === GroupKind.group || OF_COALITIONS.includes(privacy);

export const isMorePrivate = (one: GroupPrivacy, other: GroupPrivacy): boolean =>
  ORDER.indexOf(one) < ORDER.indexOf(other);
