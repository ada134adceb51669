import type { GroupPrivacy, GroupQuery } from '../../../gql/types';

/** Levels, the most private first. */
export const PRIVACY_LEVELS: readonly GroupPrivacy[] = ['hidden', 'invitation', 'request', 'open'];

export const privacyOf = ({
  isListed,
  access,
}: Pick<GroupQuery['group'], 'isListed' | 'access'>): GroupPrivacy =>
  isListed ? access : 'hidden';

export const isMorePrivate = (one: GroupPrivacy, other: GroupPrivacy): boolean =>
  PRIVACY_LEVELS.indexOf(one) < PRIVACY_LEVELS.indexOf(other);
