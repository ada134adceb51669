import { BlocksService } from '#members/ties/blocks.service.js';
import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { make } from '../../support/factories/make.js';
import { CARD_FIELDS, PERSON } from '../../support/matrix/person-document.js';
import { statements } from '../../support/app/statements.js';
import { type Person, world } from '../../support/factories/world.js';

const PEOPLE = `query($chips: [ID!], $words: String) {
  people(chips: $chips, words: $words) { items { ${CARD_FIELDS} } nextCursor } }`;
const VIEW_AS = `query($id: ID!) { viewAs(input: { as: person, personId: $id }) { id } }`;

/** P7: what is hidden and what is absent run the same statements and give the same bytes. */
describe('hidden people', () => {
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
    const sql = await statements(async () => {
      const answer = await as(who).raw(document, variables);
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      seen = { status: answer.status, headers: JSON.stringify(headers), body: await answer.text() };
    });
    return { ...seen!, sql } satisfies Seen;
  };

  it('answer as those who never existed, for every way of being hidden', async () => {
    const { eve, shy, blocker, suspended } = await world(app, {
      ...({ eve: 'outsider', shy: 'member', blocker: 'member', suspended: 'suspended' } as const),
    });
    await make.profile(eve);
    const hidden = [
      await make.profile(shy, { mayBeFound: false }),
      await make.profile(blocker),
      await make.profile(suspended, { mayBeFound: null }),
    ];
    await app.db.write(() => app.get(BlocksService).block(blocker.accountId, eve.accountId));
    await app.db.query(
      `update profile_field set audience = 'members'
      where kind = 'name' and account_id = $1`,
      [suspended.accountId],
    );
    for (const document of [PERSON, VIEW_AS]) {
      const absent = await look(eve, document, { id: crypto.randomUUID() });
      expect(absent.sql.length).toBeGreaterThan(1);
      for (const id of hidden) expect(await look(eve, document, { id })).toEqual(absent);
    }
  });

  it('show a hidden field as an empty one', async () => {
    const { eve, ada, ben } = await world(app, { eve: 'outsider', ada: 'member', ben: 'member' });
    await make.profile(eve);
    const says = await make.profile(ada, {
      answers: {
        ...{ name: 'Ana', about: 'Sí', organisation: 'Sí', pronouns: 'ella', contact: 'Sí' },
        supportSought: { text: 'Sí', terms: ['skill:facilitation'] },
        ...{ skills: ['skill:facilitation'], region: ['territory:PE-LOR'] },
      },
    });
    const empty = await make.profile(ben, { answers: { name: 'Ana' } });
    const saying = await look(eve, PERSON, { id: says });
    const silent = await look(eve, PERSON, { id: empty });
    expect({ ...saying, body: saying.body.replaceAll(says, empty) }).toEqual(silent);
  });

  it('and hidden words and terms are searched as those that nobody has', async () => {
    const { eve, ada } = await world(app, { eve: 'outsider', ada: 'member' });
    await make.profile(eve);
    await make.profile(ada, {
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
});
