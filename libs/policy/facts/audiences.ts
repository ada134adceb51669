/** Ordered from the smallest to the largest. Each audience contains those before it. */
export const AUDIENCES = ['onlyMe', 'allies', 'groups', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** The audience of an organisation: its people, groups that its spokespersons chose, or every member. */
export const ORGANISATION_AUDIENCES = [
  'onlyMe',
  'groups',
  'members',
] as const satisfies readonly Audience[];
export type OrganisationAudience = (typeof ORGANISATION_AUDIENCES)[number];

interface FieldRule {
  /** `asked`: depends on the answer in the last step of joining. Yes means `members`, no means `groups`. */
  readonly byDefault: Audience | 'asked';
  readonly ceiling: Audience;
}

/** The default audience of each profile field, and the widest audience that the owner may choose for it. */
export const PROFILE_FIELDS = {
  name: { byDefault: 'asked', ceiling: 'members' },
  colour: { byDefault: 'asked', ceiling: 'members' },
  avatar: { byDefault: 'asked', ceiling: 'members' },
  issueAreas: { byDefault: 'asked', ceiling: 'members' },
  practices: { byDefault: 'asked', ceiling: 'members' },
  languages: { byDefault: 'asked', ceiling: 'members' },
  interprets: { byDefault: 'asked', ceiling: 'members' },
  territories: { byDefault: 'asked', ceiling: 'members' },
  skills: { byDefault: 'groups', ceiling: 'members' },
  supportSought: { byDefault: 'groups', ceiling: 'members' },
  about: { byDefault: 'groups', ceiling: 'members' },
  pronouns: { byDefault: 'groups', ceiling: 'members' },
  region: { byDefault: 'onlyMe', ceiling: 'groups' },
  organisation: { byDefault: 'onlyMe', ceiling: 'members' },
  contact: { byDefault: 'onlyMe', ceiling: 'allies' },
} as const satisfies Record<string, FieldRule>;
export type ProfileFieldKind = keyof typeof PROFILE_FIELDS;

/** The field kinds whose ceiling is exactly `audience`. */
export const fieldKindsWithCeiling = (audience: Audience): ProfileFieldKind[] =>
  (Object.keys(PROFILE_FIELDS) as ProfileFieldKind[]).filter(
    (kind) => PROFILE_FIELDS[kind].ceiling === audience,
  );

export const isWithinAudienceCeiling = (kind: ProfileFieldKind, audience: Audience): boolean =>
  AUDIENCES.indexOf(audience) <= AUDIENCES.indexOf(PROFILE_FIELDS[kind].ceiling);

/** The field kinds whose default depends on the question "may vetted members find you by your work?". */
export const JOINING_QUESTION_FIELDS = (Object.keys(PROFILE_FIELDS) as ProfileFieldKind[]).filter(
  (kind) => PROFILE_FIELDS[kind].byDefault === 'asked',
);

/**
 * The audience of a new field. `mayBeFound` is the member's answer whether others may find them. While the answer is
 * missing (null), only the owner sees the fields whose audience depends on it.
 */
export function startingFieldAudience(
  kind: ProfileFieldKind,
  mayBeFound: boolean | null,
): Audience {
  const { byDefault } = PROFILE_FIELDS[kind];
  if (byDefault !== 'asked') return byDefault;
  if (mayBeFound === null) return 'onlyMe';
  return mayBeFound ? 'members' : 'groups';
}
