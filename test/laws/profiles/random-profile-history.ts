import fc from 'fast-check';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { AUDIENCE_CEILINGS, searchChipOf, FIELD_KINDS, TERM_FIELD_KINDS } from './profile-model.js';

export const MEMBER_COUNT = 4;
export const GROUP_COUNT = 2;
const LEVELS: readonly Audience[] = ['onlyMe', 'allies', 'groups', 'members'];

/** Only few different texts, so that people match often. Some have accents, because the search ignores accents. */
const TEXTS = ['Radio Ñandú', 'mapas del río', 'Aímara y radio', 'ma', 'Nodriza Óscar', ''];
const TERMS: Partial<Record<FieldKind, readonly string[]>> = {
  issueAreas: ['issue:indigenous-rights', 'issue:human-rights'],
  practices: ['practice:community-media', 'practice:media-education'],
  languages: ['language:pt', 'language:es', 'language:ay'],
  interprets: ['language:es', 'language:ay'],
  territories: ['territory:amazonia', 'territory:PE'],
  skills: ['skill:audio-editing', 'skill:facilitation'],
  supportSought: ['skill:facilitation'],
  region: ['territory:PE-LOR'],
};
export const SEARCH_CHIPS = Object.entries(TERMS).flatMap(([kind, terms]) =>
  terms.map((term) => searchChipOf(kind as FieldKind, term)),
);
export const SEARCH_WORDS = [
  'radio',
  'NANDU',
  'map',
  'ma',
  'río',
  'oscar',
  'dere',
  'loreto',
  'indigena',
  'nodrisa',
  'mapaz',
  'zzzz',
];

/** Typical field kinds. They are repeated, so that a history often changes the same field several times. */
const OFTEN: FieldKind[] = Array.from(
  { length: 3 },
  () => ['name', 'about', 'issueAreas', 'region'] as const,
).flat();

const who = fc.nat(MEMBER_COUNT - 1);
const group = fc.nat(GROUP_COUNT - 1);
const two = fc.uniqueArray(who, { minLength: 2, maxLength: 2 });
const kind = fc.constantFrom(...FIELD_KINDS, ...OFTEN);
/** Leaves out the picture, which is uploaded and not set as a value. */
const said = kind.filter((of) => of !== 'avatar');
const someTerms = (of: FieldKind) => fc.subarray([...(TERMS[of] ?? [])]);
const text = (of: FieldKind) =>
  of === 'colour'
    ? fc.constantFrom('', '1', '6')
    : fc.constantFrom(...TEXTS).map((one) => (of === 'name' && one === '' ? 'Óscar' : one));

const value = said.chain((of) =>
  fc.record({
    op: fc.constant('value' as const),
    who,
    kind: fc.constant(of),
    text: TERM_FIELD_KINDS.has(of) ? fc.constant('') : text(of),
    terms: someTerms(of),
  }),
);
/** Lists `groups` twice, because this audience has the most cases. */
const upTo = (ceiling: Audience) => {
  const levels = LEVELS.slice(0, LEVELS.indexOf(ceiling) + 1);
  return [...levels, ...levels.filter((level) => level === 'groups')];
};
const audience = kind
  .filter((of) => of !== 'colour')
  .chain((of) =>
    fc.record({
      op: fc.constant('audience' as const),
      who,
      kind: fc.constant(of),
      audience: fc.constantFrom(...upTo(AUDIENCE_CEILINGS[of])),
      chosen: fc.option(fc.subarray([0, 1]), { nil: undefined, freq: 3 }),
    }),
  );
const inGroup = fc.record({
  op: fc.constantFrom('join' as const, 'join' as const, 'leave' as const, 'mask' as const),
  who,
  group,
});
const ofTwo = fc.record({
  op: fc.constantFrom(
    ...(['ally', 'ally', 'part', 'block', 'unblock', 'separate', 'reunite'] as const),
  ),
  two,
});
const standing = fc.record({
  op: fc.constantFrom(...(['suspend', 'restore', 'restore'] as const)),
  who,
});

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type ProfileAct =
  | Made<typeof value>
  | Made<typeof audience>
  | Made<typeof inGroup>
  | Made<typeof ofTwo>
  | Made<typeof standing>;

/** The first acts of every history: each person joins one group and fills in two fields. */
const together = Array.from({ length: MEMBER_COUNT }, (_, at): ProfileAct[] => [
  { op: 'join', who: at, group: 0 },
  { op: 'value', who: at, kind: 'about', text: TEXTS[at]!, terms: [] },
  { op: 'value', who: at, kind: 'skills', text: '', terms: [TERMS.skills![at % 2]!] },
]).flat();
const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 5, arbitrary: audience },
    { weight: 4, arbitrary: inGroup },
    { weight: 4, arbitrary: ofTwo },
    { weight: 1, arbitrary: standing },
  ),
  { minLength: 60, maxLength: 120 },
);

/** Acts that change no field come last. Otherwise a later edit could repair a wrong directory row. */
const goes = fc.record({ op: fc.constantFrom('leave' as const, 'join' as const), who, group });
const lastly = fc.array(fc.oneof(...[goes, goes, goes, goes], standing), {
  minLength: 3,
  maxLength: 6,
});

export const anyProfileHistory = fc
  .tuple(acts, lastly)
  .map(([some, last]): ProfileAct[] => [...together, ...some, ...last]);
