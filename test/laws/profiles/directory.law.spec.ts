import fc from 'fast-check';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { wordsOf } from '#kernel/text.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import { listAllTerms, findTerm } from '#taxonomy/terms.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { PERSON_QUERY } from '../../support/matrix/person-document.js';
import {
  anyProfileHistory,
  SEARCH_CHIPS,
  MEMBER_COUNT,
  SEARCH_WORDS,
} from './random-profile-history.js';
import {
  searchChipOf,
  FIELD_KINDS,
  FIELD_KINDS_FOUND_BY_NAME,
  type ProfileModel,
  SEARCHED_FIELD_KINDS,
} from './profile-model.js';
import { ProfileWorld } from './profile-world.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const PEOPLE = `query($chips: [ID!], $words: String, $after: String) {
  people(chips: $chips, words: $words, after: $after, first: 2) { items { id } nextCursor } }`;

const allTerms = listAllTerms().flatMap((term) => wordsOf(allNames(term.id)));

interface Asked {
  readonly chips: readonly string[];
  readonly words: string;
}
const QUERIES: readonly Asked[] = [
  { chips: [], words: '' },
  ...SEARCH_CHIPS.map((chip) => ({ chips: [chip], words: '' })),
  ...SEARCH_WORDS.map((words) => ({ chips: [], words })),
  { chips: ['issue:indigenous-rights', 'language:pt'], words: '' },
  { chips: ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'], words: 'radio' },
  { chips: ['skill:facilitation'], words: 'radio ñandú' },
  { chips: ['skill:facilitation', 'seeks:skill:facilitation'], words: '' },
  { chips: [], words: 'map rio' },
];

const WORLDS = numberOfRuns(6);

const app = useApp();

it(
  'after any history, the directory lists and finds the same people and fields as single reads do',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyProfileHistory, async (history) => {
        const world = await new ProfileWorld(app).begin();
        try {
          await world.live(history);
          await expectSameAsRebuilt();
          for (let viewer = 0; viewer < MEMBER_COUNT; viewer += 1) await expectExact(world, viewer);
        } finally {
          await world.end();
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
  },
  WORLDS * 60_000,
);

const projection = async () => [
  await app.db.query(
    'select term, scope, fresh_month, profile_id from directory_term order by 4, 1, 2',
  ),
  await app.db.query('select word from directory_word order by 1'),
];

async function expectSameAsRebuilt() {
  const followed = await projection();
  await app.get(DirectoryService).rebuild();
  expect(followed).toEqual(await projection());
}

/** Compares the directory rows in the viewer's scopes with the fields that the viewer may read. */
async function expectProjection(world: ProfileWorld, viewer: number) {
  const { groups, allies, accountId } = await viewerOf(world, viewer);
  const own = world.members[viewer]!.profileId;
  const scopes = [NOBODY, ...groups.plain, ...allies, accountId, own];
  const rows = await app.db.query<{ term: string; profile_id: string }>(
    'select distinct term, profile_id from directory_term where scope = any($1)',
    [scopes],
  );
  for (const [owner, { profileId }] of world.members.entries()) {
    if (!world.model.maySee(owner, viewer, 'name')) continue;
    const got = rows.filter((row) => row.profile_id === profileId).map((row) => row.term);
    expect(got.sort()).toEqual(['card', ...termsShown(world, owner, viewer)].sort());
  }
}

/** Compares the fields themselves, by every query that returns them. */
async function expectFields(world: ProfileWorld, viewer: number) {
  const asked = app.get(AccessService).list(ProfileField, await viewerOf(world, viewer));
  const rows = await asked.getMany();
  for (const [owner, { who }] of world.members.entries()) {
    const got = rows.filter((row) => row.accountId === who.accountId).map((row) => row.kind);
    const want = FIELD_KINDS.filter((kind) => world.model.maySee(owner, viewer, kind));
    expect({ owner, viewer, kinds: got.sort() }).toEqual({ owner, viewer, kinds: want.sort() });
  }
}

const viewerOf = async (world: ProfileWorld, viewer: number) =>
  (await app.get(ViewerLoader).byAccount(world.members[viewer]!.who.accountId))!;

async function expectExact(world: ProfileWorld, viewer: number) {
  if (world.model.members[viewer]!.isSuspended) return;
  await expectFields(world, viewer);
  await expectProjection(world, viewer);
  const { who } = world.members[viewer]!;
  for (const [owner, { profileId: id }] of world.members.entries()) {
    const code = await apiAs(who).code(PERSON_QUERY, { id });
    expect({ owner, viewer, code }).toEqual({
      owner,
      viewer,
      code: world.model.maySee(owner, viewer, 'name') ? 'OK' : 'NOT_FOUND',
    });
  }
  await expectPeopleOfOrganisation(world, viewer);
  for (const query of QUERIES) {
    const want = world.members
      .filter((_, owner) => isFound(world, owner, viewer, query))
      .map(({ profileId }) => profileId);
    expect({ query, got: await found(world, viewer, query) }).toEqual({ query, got: want.sort() });
  }
}

/** Compares the people of an organisation to which all members belong with single reads of these people. */
async function expectPeopleOfOrganisation(world: ProfileWorld, viewer: number) {
  const { who } = world.members[viewer]!;
  const asked = `query($id: ID!) { organisationPeople(organisationId: $id) { items { person { id } } } }`;
  const { organisationPeople } = await apiAs(who).ask(asked, { id: world.organisationId });
  const got = organisationPeople.items.map((one: { person: { id: string } }) => one.person.id);
  const want = world.members
    .filter((_, owner) => world.model.maySee(owner, viewer, 'name'))
    .map(({ profileId }) => profileId);
  expect({ viewer, got: got.sort() }).toEqual({ viewer, got: want.sort() });
}

interface Answer {
  readonly people: {
    readonly items: readonly { readonly id: string }[];
    readonly nextCursor: string | null;
  };
}

/** Reads every page, two people at a time. */
async function found(world: ProfileWorld, viewer: number, query: Asked): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const variables: object = { ...query, after };
    const { people } = await apiAs(world.members[viewer]!.who).ask<Answer>(PEOPLE, {
      ...variables,
    });
    ids.push(...people.items.map(({ id }) => id));
    after = people.nextCursor;
    // A short page before the last page would disclose that the server filtered a person out.
    if (after) expect(people.items).toHaveLength(2);
  } while (after);
  return ids.sort();
}

function isFound({ model }: ProfileWorld, owner: number, viewer: number, asked: Asked): boolean {
  if (!model.maySee(owner, viewer, 'name')) return false;
  const { fields } = model.members[owner]!;
  const shown = FIELD_KINDS.filter((kind) => model.shows(owner, viewer, kind));
  const chips = shown.flatMap((kind) => fields[kind].terms.map((term) => searchChipOf(kind, term)));
  const terms = shown
    .filter((kind) => FIELD_KINDS_FOUND_BY_NAME.has(kind))
    .flatMap((kind) => fields[kind].terms);
  const texts = shown
    .filter((kind) => SEARCHED_FIELD_KINDS.includes(kind))
    .map((kind) => fields[kind].text);
  const words = [...texts, ...terms.map(allNames)].flatMap(wordsOf);
  const says = (word: string) =>
    words.some((one) => begins(one, word)) ||
    nearTo(model, viewer, word).some((near) => words.includes(near));
  return asked.chips.every((chip) => chips.includes(chip)) && wordsOf(asked.words).every(says);
}

const begins = (one: string, word: string) =>
  word.length < 3 ? one === word : one.startsWith(word);

/** Returns the expected fuzzy matches of a word: words that the people whom the viewer may see show to every member. */
function nearTo(model: ProfileModel, viewer: number, word: string): string[] {
  if (word.length < 5 || allTerms.some((one) => begins(one, word))) return [];
  const found = [...model.members.keys()].filter((owner) => model.maySee(owner, viewer, 'name'));
  const wordsIn = (owner: number, kinds: readonly FieldKind[]) =>
    kinds.flatMap((kind) => wordsOf(model.members[owner]!.fields[kind].text));
  const seen = (owner: number) =>
    SEARCHED_FIELD_KINDS.filter((kind) => model.shows(owner, viewer, kind));
  if (found.some((owner) => wordsIn(owner, seen(owner)).some((one) => begins(one, word))))
    return [];
  const open = (owner: number) =>
    SEARCHED_FIELD_KINDS.filter(
      (kind) => model.members[owner]!.fields[kind].audience === 'members',
    );
  const all = new Set(found.flatMap((owner) => wordsIn(owner, open(owner))));
  return [...all].filter((one) => one.length >= 5 && likeness(one, word) >= 0.45);
}

function likeness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  const both = [...a].filter((part) => b.has(part)).length;
  return both / (a.size + b.size - both);
}
const trigrams = (word: string) =>
  new Set(Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3)));

function termsShown({ model }: ProfileWorld, owner: number, viewer: number): string[] {
  const { fields } = model.members[owner]!;
  const shown = FIELD_KINDS.filter((kind) => model.shows(owner, viewer, kind));
  const searched = shown.filter((kind) => SEARCHED_FIELD_KINDS.includes(kind));
  const words = searched.flatMap((kind) => wordsOf(fields[kind].text)).map((word) => `w:${word}`);
  const terms = shown.flatMap((kind) => fields[kind].terms.map((term) => searchChipOf(kind, term)));
  return [...new Set([...words, ...terms])];
}

function allNames(id: string): string {
  const { name, shortName, words } = findTerm(id)!;
  return [...Object.values(name), ...Object.values(shortName), words].join(' ');
}
