/** From the fewest to the most: each set contains the ones before it. */
export const AUDIENCES = ['onlyMe', 'allies', 'groups', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** Who may know of an organisation: its people, chosen groups of whoever speaks for it, every member. */
export const ORGANISATION_AUDIENCES = [
  'onlyMe',
  'groups',
  'members',
] as const satisfies readonly Audience[];
export type OrganisationAudience = (typeof ORGANISATION_AUDIENCES)[number];

interface FieldRule {
  /** `asked`: the last step of joining asks; yes is `members`, no is `groups`. */
  readonly byDefault: Audience | 'asked';
  readonly ceiling: Audience;
}

/** Every field of a profile: where it starts, and the most that its owner can open it to. */
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

/** The kinds of field that can be opened at most to `audience`. */
export const kindsUpTo = (audience: Audience): ProfileFieldKind[] =>
  (Object.keys(PROFILE_FIELDS) as ProfileFieldKind[]).filter(
    (kind) => PROFILE_FIELDS[kind].ceiling === audience,
  );

/** Whether a field of this kind may be opened to `audience`. */
export const isWithinCeiling = (kind: ProfileFieldKind, audience: Audience): boolean =>
  AUDIENCES.indexOf(audience) <= AUDIENCES.indexOf(PROFILE_FIELDS[kind].ceiling);

/** The kinds that the question "may vetted members find you by your work?" is about. */
export const ASKED_FIELDS = (Object.keys(PROFILE_FIELDS) as ProfileFieldKind[]).filter(
  (kind) => PROFILE_FIELDS[kind].byDefault === 'asked',
);

/** Where a field of this kind starts, by the answer to that question; null: not answered yet, so nobody else sees it. */
export function startingAudience(kind: ProfileFieldKind, mayBeFound: boolean | null): Audience {
  const { byDefault } = PROFILE_FIELDS[kind];
  if (byDefault !== 'asked') return byDefault;
  if (mayBeFound === null) return 'onlyMe';
  return mayBeFound ? 'members' : 'groups';
}
