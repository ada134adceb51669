import type { GroupPrivacy, GroupQuery } from '../../../gql/types';

/** Levels, the most private first. */
export const GROUP_PRIVACY_LEVELS: readonly GroupPrivacy[] = [
  'hidden',
  'invitation',
  'request',
  'open',
];

export const groupPrivacyOf = ({
  isListed,
  access,
}: Pick<GroupQuery['group'], 'isListed' | 'access'>): GroupPrivacy =>
  isListed ? access : 'hidden';

export const isMorePrivate = (one: GroupPrivacy, other: GroupPrivacy): boolean =>
  GROUP_PRIVACY_LEVELS.indexOf(one) < GROUP_PRIVACY_LEVELS.indexOf(other);
