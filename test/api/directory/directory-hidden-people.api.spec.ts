import { ViewerLoader } from '#access/viewer.loader.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import {
  MAX_PROFILE_VIEWS_PER_DAY,
  DailyProfileViewsService,
} from '#profiles/persons/daily-profile-views.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { factories } from '../../support/factories/factories.js';
import { CARD_FIELDS, PERSON_QUERY } from '../../support/matrix/person-document.js';
import { readRepositoryFile } from '../../support/repository.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const PEOPLE = `query($chips: [ID!], $words: String) {
  people(chips: $chips, words: $words) { items { ${CARD_FIELDS} } nextCursor } }`;
const VIEW_AS = `query($id: ID!) { viewAs(input: { as: person, personId: $id }) { id } }`;

const FOUND = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }';
/** The query of the web app. */
const [, FIND] = readRepositoryFile('apps/web/src/app/finder/finder-search.graphql.ts').split('`');

describe('a hidden person', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  afterEach(() => app.db.query('delete from account'));

  interface Seen {
    readonly status: number;
    readonly headers: string;
    readonly body: string;
    readonly sql: string[];
  }

  const look = async (who: Person, document: string, variables: Record<string, unknown>) => {
    let seen: Omit<Seen, 'sql'>;
    const sql = await recordStatements(async () => {
      const answer = await apiAs(who).raw(document, variables);
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      seen = { status: answer.status, headers: JSON.stringify(headers), body: await answer.text() };
    });
    return { ...seen!, sql } satisfies Seen;
  };

  it('is answered like an unknown person, for every way of being hidden', async () => {
    const { eve, shy, blocker, suspended } = await makePeople(app, {
      ...({ eve: 'outsider', shy: 'member', blocker: 'member', suspended: 'suspended' } as const),
    });
    await factories.profile(eve);
    const hidden = [
      await factories.profile(shy, { mayBeFound: false }),
      await factories.profile(blocker),
      await factories.profile(suspended, { mayBeFound: null }),
    ];
    await app.db.write(() => app.get(BlocksService).block(blocker.accountId, eve.accountId));
    await app.db.query(
      `update profile_field set audience = 'members'
      where kind = 'name' and account_id = $1`,
      [suspended.accountId],
    );
    for (const document of [PERSON_QUERY, VIEW_AS]) {
      const absent = await look(eve, document, { id: crypto.randomUUID() });
      expect(absent.sql.length).toBeGreaterThan(1);
      for (const id of hidden) expect(await look(eve, document, { id })).toEqual(absent);
    }
  });

  it('shows a hidden field like an empty one', async () => {
    const { eve, ada, ben } = await makePeople(app, {
      eve: 'outsider',
      ada: 'member',
      ben: 'member',
    });
    await factories.profile(eve);
    const says = await factories.profile(ada, {
      answers: {
        ...{ name: 'Ana', about: 'Sí', organisation: 'Sí', pronouns: 'ella', contact: 'Sí' },
        supportSought: { text: 'Sí', terms: ['skill:facilitation'] },
        ...{ skills: ['skill:facilitation'], region: ['territory:PE-LOR'] },
      },
    });
    const empty = await factories.profile(ben, { answers: { name: 'Ana' } });
    const saying = await look(eve, PERSON_QUERY, { id: says });
    const silent = await look(eve, PERSON_QUERY, { id: empty });
    expect({ ...saying, body: saying.body.replaceAll(says, empty) }).toEqual(silent);
  });

  it('cannot be found by hidden words or terms: the search is answered as if no profile contained them', async () => {
    const { eve, ada } = await makePeople(app, { eve: 'outsider', ada: 'member' });
    await factories.profile(eve);
    await factories.profile(ada, {
      answers: {
        about: 'zarigüeya',
        issueAreas: ['issue:human-rights'],
        skills: ['skill:facilitation'],
      },
    });
    const words = await look(eve, PEOPLE, { words: 'tempestades' });
    expect(await look(eve, PEOPLE, { words: 'zarigüeya' })).toEqual(words);
    const chips = await look(eve, PEOPLE, { chips: ['skill:accessibility'] });
    expect(await look(eve, PEOPLE, { chips: ['skill:facilitation'] })).toEqual(chips);
    const both = { chips: ['issue:human-rights'], words: 'tempestades' };
    const neither = await look(eve, PEOPLE, both);
    expect(await look(eve, PEOPLE, { ...both, words: 'zarigüeya' })).toEqual(neither);
  });

  it('is not found by the command menu, nor is a hidden group', async () => {
    const all = await makePeople(app, {
      ...({ eve: 'outsider', ada: 'member', shy: 'member', blocker: 'member' } as const),
      late: 'member',
    });
    const { eve, ada, shy, blocker, late } = all;
    await factories.profile(eve);
    const shown = await factories.profile(ada, { answers: { name: 'Río Claro' } });
    await factories.profile(shy, { answers: { name: 'Río Oculto' }, mayBeFound: false });
    await factories.profile(blocker, { answers: { name: 'Río Bravo' } });
    await app.db.write(() => app.get(BlocksService).block(blocker.accountId, eve.accountId));
    const open = await apiAs(ada).ask(FOUND, { input: { ...GROUP_INPUT, name: 'Río Arriba' } });
    const input = { ...GROUP_INPUT, name: 'Río Abajo', isListed: false, access: 'invitation' };
    const hidden = await apiAs(ada).ask(FOUND, { input });
    const found = async (who: Person) => {
      const { people, groups } = await apiAs(who).ask(FIND!, { words: 'rio', language: 'es' });
      const ids = (items: { id: string }[]) => items.map(({ id }) => id);
      return { people: ids(people.items), groups: ids(groups.items), rest: people.isWithheld };
    };
    const ofOpen = open.foundGroup.id;
    expect(await found(eve)).toEqual({ people: [shown], groups: [ofOpen], rest: false });
    expect((await found(ada)).groups).toContain(hidden.foundGroup.id);

    const viewer = (await app.get(ViewerLoader).byAccount(eve.accountId))!;
    const views = app.get(DailyProfileViewsService);
    const others = Array.from({ length: MAX_PROFILE_VIEWS_PER_DAY.card }, () =>
      crypto.randomUUID(),
    );
    await views.see(viewer, others);
    await factories.profile(late, { answers: { name: 'Río Nuevo' } });
    expect(await found(eve)).toEqual({ people: [shown], groups: [ofOpen], rest: true });
  });
});
