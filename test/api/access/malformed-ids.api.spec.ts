import { buildSchema, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { signInAsDemo } from '../../support/app/demo-people.js';
import { tableChecksums } from '../../support/matrix/hidden-rows.js';
import {
  allIdArguments,
  allMomentArguments,
  allTextArguments,
} from '../../support/matrix/id-arguments.js';
import { readRepositoryFile } from '../../support/repository.js';
import { sampledItems } from '../../support/sampled-sweeps.js';

const SCHEMA = readRepositoryFile('apps/api/schema.graphql');
const schema = buildSchema(SCHEMA);

const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
beforeAll(async () => {
  await app.db.query(`update claim set ends_at = now() + interval '1 day'`);
  await app.db.query(
    `update support_request set claim_ends_at = now() + interval '1 day' where stage = 'claimed'`,
  );
}, 300_000);

describe('a malformed id', () => {
  const bad = {
    nothing: 'null',
    'an empty text': '""',
    'an empty list': '[]',
    'a list': '["a", "b"]',
    'an object': '{ id: "a" }',
    'an infinite number': '1e309',
    'a huge number': `1${'0'.repeat(309)}`,
    'the text "undefined"': '"undefined"',
    'an SQL pattern': '"%"',
    'an SQL injection': `"' or true --"`,
    'a very long text': `"${'a'.repeat(8_000)}"`,
    'a NUL byte': '"\\u0000"',
  };

  it.each(Object.entries(bad))(
    'no endpoint finds a row with an id that is %s',
    async (_title, literal) => {
      const before = await tableChecksums(app);
      const told: string[] = [];
      const who = await signInAsDemo(app, 'steward1');
      for (const door of sampledItems('badIds', allIdArguments())) {
        for (let variant = 0; variant < door.variants; variant++) {
          const document = door.written(literal, variant);
          // A saved search without chips is valid: it may consist of search terms alone.
          if (literal === '[]' && door.name === 'mutation saveSearch input.chips') continue;
          const code = await apiAs(who).code(document);
          // Unknown ids are left out of the answer, which has no faces then.
          if (door.name === 'query faces ids' && code === 'OK') {
            expect((await apiAs(who).ask(document)).faces).toEqual([]);
            continue;
          }
          const isLeftOut = ['null', '[]'].includes(literal) && OPTIONAL.test(door.name);
          if (!isLeftOut && !NAMES_NONE.test(document) && !CODE.test(code))
            told.push(`${door.name} ${code}`);
        }
      }
      expect(told).toEqual([]);
      const { session: _session, ...kept } = before;
      expect(await tableChecksums(app)).toMatchObject(kept);
    },
  );

  it('the API rejects an id variable that is missing, null or not a string as INVALID', async () => {
    const who = await signInAsDemo(app, 'steward1');
    for (const name of ['channel', 'message', 'person', 'introduction']) {
      const document = `query ($id: ID!) { ${name}(id: $id) { id } }`;
      for (const variables of [{}, { id: null }, { id: {} }, { id: [] }, { id: true }, { ID: 'a' }])
        expect(await apiAs(who).code(document, variables)).toBe('INVALID');
    }
  });
});

const CODE = /^(NOT_FOUND|INVALID|FORBIDDEN|CONFLICT)$/;
/** Endpoints where a missing id is valid input. */
const OPTIONAL =
  /people chips|groups chips|organisations chips|searchMessages|viewAs|setFieldAudience|setProfileField input.terms|Group input.issueAreas/;
/** The previews `as: member` and `as: ally` take no id. */
const NAMES_NONE = /as: (member|ally),/;

describe('inputs that the GraphQL schema does not offer', () => {
  const fieldsOf = (name: string) => {
    const type = schema.getType(name);
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  };

  it('message inputs have only the expected id fields, which other tests cover', () => {
    expect(fieldsOf('PostMessageInput').sort()).toEqual([
      ...[
        'attachmentIds',
        'body',
        'channelId',
        'clientId',
        'mentionIds',
        'mentionsAll',
        'replyToId',
        'topicId',
      ],
    ]);
    expect(fieldsOf('EditMessageInput').sort()).toEqual([
      ...['body', 'mentionIds', 'mentionsAll', 'messageId'],
    ]);
  });

  it('the GraphQL schema accepts a list of ids only in the listed inputs', () => {
    const lists = allIdArguments().filter(({ name }) => {
      const [kind, field, path] = name.split(' ') as [string, string, string];
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      const [first, ...rest] = path.split('.');
      let type = root!.getFields()[field]!.args.find((arg) => arg.name === first)!.type;
      for (const name of rest) {
        const input = isNonNullType(type) ? type.ofType : type;
        if (isInputObjectType(input)) type = input.getFields()[name]!.type;
      }
      return isListType(isNonNullType(type) ? type.ofType : type);
    });
    const ofOrganisations = ['groupIds', 'issueAreas', 'languages', 'practices', 'territories'];
    const inputs = (door: string) =>
      ofOrganisations.map((list) => `mutation ${door} input.${list}`);
    expect(lists.map(({ name }) => name).sort()).toEqual([
      'mutation askSupport input.excludedIds',
      'mutation askSupport input.languages',
      'mutation askSupportAsGuest input.languages',
      'mutation editGroup input.issueAreas',
      'mutation editMessage input.mentionIds',
      ...inputs('editOrganisation'),
      'mutation excludeSupporters input.add',
      // Supporters who are no longer excluded: unknown ids are ignored.
      'mutation excludeSupporters input.remove',
      'mutation foundGroup input.issueAreas',
      ...inputs('foundOrganisation'),
      // People of a participant: one unknown id rejects the whole input.
      'mutation giveGrants input.personIds',
      'mutation nameDelegates input.personIds',
      // The author's own unsent attachments: one unknown id rejects the whole input.
      'mutation postMessage input.attachmentIds',
      // Mentioned members: unknown ids are ignored.
      'mutation postMessage input.mentionIds',
      // Messages around the reported one, and groups that reporter and reported share: one unknown id rejects the whole
      // input.
      'mutation report input.contextIds',
      'mutation saveSearch input.chips',
      'mutation separateReported input.leaving.groupId',
      'mutation setFieldAudience input.groupIds',
      'mutation setPersona input.practices',
      'mutation setProfileField input.terms',
      // The query omits a hidden profile like an unknown one. The queries `person` and `groupMember` contain the same
      // faces.
      'query faces ids',
      'query groups chips',
      'query organisations chips',
      'query people chips',
    ]);
  });

  it('the schema has no subscription type and no Upload, JSON or Any scalar', () => {
    expect(schema.getSubscriptionType()).toBeUndefined();
    expect(SCHEMA).not.toMatch(/scalar (Upload|JSON|Any)/);
  });
});

it('a list of one own group and one hidden group is answered like a list with an unknown id', async () => {
  const who = await signInAsDemo(app, 'member1');
  const document = `mutation ($input: SetFieldAudienceInput!) { setFieldAudience(input: $input) { id } }`;
  const own = (await apiAs(who).ask('{ myGroups { id } }')).myGroups[0].id as string;
  const { fields } = (await apiAs(who).ask('{ myProfile { fields { kind version } } }')).myProfile;
  const { version } = fields.find(({ kind }) => kind === 'about')!;
  const mine = await app.db.query<{ id: string }>(
    `select g.id from "group" g where not exists (select 1 from membership m join account a on a.id = m.account_id
       where m.group_id = g.id and m.ended_at is null and a.email = 'member1@trama.example') limit 9`,
  );
  const before = await tableChecksums(app);
  const input = { kind: 'about', audience: 'groups', version };
  const answers = [];
  for (const others of [mine.map(({ id }) => id), mine.map(() => crypto.randomUUID())]) {
    const answer = await apiAs(who).raw(document, {
      input: { ...input, groupIds: [own, ...others] },
    });
    answers.push(await answer.text());
  }
  expect(mine.length).toBeGreaterThan(0);
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('NOT_FOUND');
  expect(await tableChecksums(app)).toEqual(before);
});

describe('hostile text input', () => {
  const bad = {
    'a NUL byte': '\u0000',
    'half of a surrogate pair': '\ud800',
    'bidirectional control characters': '\u202e\u2066',
    'a JSON list': '[1,2]',
    'a cursor of another list': Buffer.from('[["a"],{}]').toString('base64url'),
    'a cursor with other parts': Buffer.from('["a","b"]').toString('base64url'),
    'a cursor with an invalid date': Buffer.from(`["x","${crypto.randomUUID()}"]`).toString(
      'base64url',
    ),
    'a cursor with a year out of range': Buffer.from(
      JSON.stringify(['-271821-04-20T00:00:00.000Z', crypto.randomUUID()]),
    ).toString('base64url'),
    'a cursor with a number for a time': Buffer.from('[1e308,1]').toString('base64url'),
    'a very long text': 'ñ'.repeat(20_000),
  };

  it.each(Object.entries(bad))(
    'no endpoint or cursor answers INTERNAL to %s',
    async (_title, text) => {
      const told: string[] = [];
      for (const handle of ['steward1', 'moderator5', 'admin1', 'auditor1']) {
        const who = await signInAsDemo(app, handle);
        const doors = allTextArguments().filter(({ name }) => !ENDINGS.test(name));
        for (const door of sampledItems('badTexts', doors)) {
          const answer = await apiAs(who).code(door.written(JSON.stringify(text)));
          if (answer === 'INTERNAL') told.push(`${handle} ${door.name}`);
        }
      }
      expect(told).toEqual([]);
    },
  );

  it('every endpoint refuses a moment that PostgreSQL cannot read', async () => {
    const far = ['-271821-04-20T00:00:00Z', '-004714-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'];
    const doors = allMomentArguments();
    expect(doors.length).toBeGreaterThan(5);
    for (const { name, written } of doors) {
      const who = await signInAsDemo(app, name.includes('audit') ? 'auditor1' : 'member1');
      for (const moment of far) {
        const code = await apiAs(who).code(written(JSON.stringify(moment)));
        expect([name, moment, code]).toEqual([name, moment, 'INVALID']);
      }
    }
  });
});
/** Endpoints that would end the session or the account under test. */
const ENDINGS = /deleteAccount|changePassword|changeAddress|confirmSession/;
