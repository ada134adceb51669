import fc from 'fast-check';
import { type TestApp, startApp } from '../support/app.js';
import { as } from '../support/client.js';
import { CARD_FIELDS, PERSON, PERSON_FIELDS } from '../support/person-document.js';
import { anyHistory, CHIPS, MEMBERS, WORDS } from './profile-histories.js';
import { KINDS, LISTS } from './profile-model.js';
import { ProfileWorld } from './profile-world.js';
import { runs } from './runs.js';

const PEOPLE = `query($chips: [ID!], $words: String) {
  people(chips: $chips, words: $words, first: 50) { items { ${CARD_FIELDS} } nextCursor } }`;
const VIEW_AS = `query($input: ViewAsInput!) { viewAs(input: $input) { ${PERSON_FIELDS} } }`;

/** The colour has six values, and a picture holds no words; lists hold terms, which directory.law.spec.ts follows. */
const TEXT_KINDS = KINDS.filter(
  (kind) => !LISTS.has(kind) && kind !== 'colour' && kind !== 'avatar',
);
const canary = (owner: number, kind: string) => `Canario${kind}de${owner}z`;

const WORLDS = runs(60);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.stop());

/** P9: in all that a viewer is ever answered stands what the audience of each field gives them, and nothing else. */
it(
  'no field reaches anybody outside its audience, by any path',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const world = await new ProfileWorld(app).begin();
        try {
          await world.live(history);
          await singCanaries(world);
          for (let viewer = 0; viewer < MEMBERS; viewer += 1) {
            const traffic = await everything(world, viewer);
            for (let owner = 0; owner < MEMBERS; owner += 1)
              expectOnly(world, owner, viewer, traffic);
          }
        } finally {
          await world.end();
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
  },
  WORLDS * 20_000,
);

async function singCanaries(world: ProfileWorld) {
  for (let owner = 0; owner < MEMBERS; owner += 1) {
    for (const kind of TEXT_KINDS) {
      await world.setValue(owner, kind, { text: canary(owner, kind), terms: [] });
    }
  }
}

function expectOnly(world: ProfileWorld, owner: number, viewer: number, traffic: string) {
  const { model } = world;
  if (model.members[owner]!.isSuspended) return;
  const isFound = model.maySee(owner, viewer, 'name');
  const got = TEXT_KINDS.filter((kind) => traffic.includes(canary(owner, kind)));
  const want = TEXT_KINDS.filter((kind) => isFound && model.maySee(owner, viewer, kind));
  expect({ owner, viewer, got }).toEqual({ owner, viewer, got: want });
}

/** Everything that a viewer can get answered about people, as text. */
async function everything(world: ProfileWorld, viewer: number): Promise<string> {
  const { who } = world.members[viewer]!;
  const answers: string[] = [];
  const ask = async (document: string, variables: Record<string, unknown> = {}) => {
    const answer = await as(who).raw(document, variables);
    answers.push(JSON.stringify([...answer.headers]), await answer.text());
  };
  for (const { profileId: id } of world.members) {
    await ask(PERSON, { id });
    await ask(VIEW_AS, { input: { as: 'person', personId: id } });
  }
  for (const groupId of world.groupIds) {
    await ask(VIEW_AS, { input: { as: 'groupMember', groupId } });
  }
  for (const onlooker of ['member', 'ally']) await ask(VIEW_AS, { input: { as: onlooker } });
  await ask(PEOPLE);
  for (const chip of CHIPS) await ask(PEOPLE, { chips: [chip] });
  for (const words of WORDS) await ask(PEOPLE, { words });
  for (let owner = 0; owner < MEMBERS; owner += 1) {
    for (const kind of TEXT_KINDS) await ask(PEOPLE, { words: canary(owner, kind).slice(0, -1) });
  }
  await ask(
    '{ me { id } myProfile { id fields { kind text audience terms(language: pt) { name } } } }',
  );
  return answers.join('\n');
}
