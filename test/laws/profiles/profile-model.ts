import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';

/** The audiences from smallest to largest. The list is independent of the product's code. */
const LEVELS: readonly Audience[] = ['onlyMe', 'allies', 'groups', 'members'];
export const AUDIENCE_CEILINGS: Readonly<Record<FieldKind, Audience>> = {
  ...({ name: 'members', colour: 'members', pronouns: 'members', issueAreas: 'members' } as const),
  ...({ practices: 'members', languages: 'members', territories: 'members' } as const),
  ...({ interprets: 'members', avatar: 'members' } as const),
  ...({ skills: 'members', supportSought: 'members', about: 'members' } as const),
  ...({ organisation: 'members', region: 'groups', contact: 'allies' } as const),
};
export const FIELD_KINDS = Object.keys(AUDIENCE_CEILINGS) as FieldKind[];
const BARE_LISTS: ReadonlySet<FieldKind> = new Set([
  ...(['issueAreas', 'practices', 'languages', 'territories', 'skills', 'region'] as const),
]);
/** Field kinds that contain terms. The value is the prefix of the search chips for these terms. */
const PREFIXES = new Map<FieldKind, string>([
  ['supportSought', 'seeks:'],
  ['interprets', 'interprets:'],
]);
export const searchChipOf = (kind: FieldKind, term: string): string =>
  (PREFIXES.get(kind) ?? '') + term;
/** Field kinds whose terms are found by the name of the term. */
export const FIELD_KINDS_FOUND_BY_NAME = BARE_LISTS;
/** Field kinds that contain only terms. */
export const TERM_FIELD_KINDS: ReadonlySet<FieldKind> = new Set(
  [...BARE_LISTS, 'interprets' as const].filter((kind) => kind !== 'skills'),
);
/** Field kinds whose words are searched. */
export const SEARCHED_FIELD_KINDS: readonly FieldKind[] = [
  ...(['name', 'organisation', 'about', 'skills', 'supportSought'] as const),
];

export interface ModelField {
  text: string;
  terms: readonly string[];
  audience: Audience;
  /** Indexes of the chosen groups; undefined: every shared group. */
  chosen?: readonly number[] | undefined;
}
export interface ModelMember {
  readonly fields: Record<FieldKind, ModelField>;
  /** The memberships by group index: `plain` uses the profile, `persona` another name. */
  readonly groups: Map<number, 'plain' | 'persona'>;
  isSuspended: boolean;
}

/** The relations between people after a history. The key of a pair is `low-high`, made of two indexes. */
export class ProfileModel {
  readonly allies = new Set<string>();
  readonly hidden = new Map<string, Set<string>>();

  constructor(readonly members: readonly ModelMember[]) {}

  static pair = (a: number, b: number) => `${Math.min(a, b)}-${Math.max(a, b)}`;

  /** A member cannot join a group that contains a person from whom they are separated. */
  isClosedTo(at: number, group: number): boolean {
    if (this.members[at]!.groups.has(group)) return false;
    return this.members.some(
      ({ groups }, other) =>
        groups.has(group) && this.hidden.get(ProfileModel.pair(at, other))?.has('separation'),
    );
  }

  hide(a: number, b: number, why: string): void {
    const pair = ProfileModel.pair(a, b);
    this.hidden.set(pair, (this.hidden.get(pair) ?? new Set()).add(why));
  }

  unhide(a: number, b: number, why: string): void {
    this.hidden.get(ProfileModel.pair(a, b))?.delete(why);
  }

  /** Whether the field is not empty and `viewer` may see it. */
  shows(owner: number, viewer: number, kind: FieldKind): boolean {
    const field = this.members[owner]!.fields[kind];
    const says = field.terms.length > 0 || field.text !== '';
    return says && this.maySee(owner, viewer, kind);
  }

  /** Rejoining creates a new membership, which chosen audiences do not include. */
  leave(member: number, group: number): void {
    this.members[member]!.groups.delete(group);
    for (const field of Object.values(this.members[member]!.fields)) {
      field.chosen = field.chosen?.filter((one) => one !== group);
    }
  }

  maySee(owner: number, viewer: number, kind: FieldKind): boolean {
    const [of, by] = [this.members[owner]!, this.members[viewer]!];
    if (by.isSuspended) return false;
    if (owner === viewer) return true;
    const pair = ProfileModel.pair(owner, viewer);
    if (of.isSuspended || (this.hidden.get(pair)?.size ?? 0) > 0) return false;
    const { audience, chosen } = of.fields[kind];
    const level = Math.min(LEVELS.indexOf(audience), LEVELS.indexOf(AUDIENCE_CEILINGS[kind]));
    if (level === 3) return true;
    if (level >= 1 && this.allies.has(pair)) return true;
    return level === 2 && this.shareGroup(of, by, chosen);
  }

  private shareGroup(of: ModelMember, by: ModelMember, chosen: readonly number[] | undefined) {
    return [...of.groups].some(
      ([group, how]) =>
        how === 'plain' &&
        by.groups.get(group) === 'plain' &&
        (chosen === undefined || chosen.includes(group)),
    );
  }
}
