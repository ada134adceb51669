import { buildSchema, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { signedIn } from '../../support/app/demo-people.js';
import { contents } from '../../support/matrix/hidden.js';
import { everyIdDoor, everyTextDoor } from '../../support/matrix/id-doors.js';
import { textOf } from '../../support/repository.js';
import { tried } from '../../support/sample.js';

const SCHEMA = textOf('apps/api/schema.graphql');
const schema = buildSchema(SCHEMA);

const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
beforeAll(async () => {
  await app.db.query(`update claim set ends_at = now() + interval '1 day'`);
}, 300_000);

describe('What is no id of anything', () => {
  const bad = {
    nothing: 'null',
    'an empty text': '""',
    'an empty list': '[]',
    'a list': '["a", "b"]',
    'an object': '{ id: "a" }',
    'a number beyond numbers': '1e309',
    'a huge number': `1${'0'.repeat(309)}`,
    'no more than a wish': '"undefined"',
    'a pattern': '"%"',
    'a condition': `"' or true --"`,
    'a megabyte of letters': `"${'a'.repeat(8_000)}"`,
    'a byte that no text has': '"\\u0000"',
  };

  it.each(Object.entries(bad))('%s opens no row at any door', async (_title, literal) => {
    const before = await contents(app);
    const told: string[] = [];
    const who = await signedIn(app, 'steward1');
    for (const door of tried('badIds', everyIdDoor())) {
      for (let variant = 0; variant < door.variants; variant++) {
        const document = door.written(literal, variant);
        // Words alone are a search that one may keep.
        if (literal === '[]' && door.name === 'mutation saveSearch input.chips') continue;
        const code = await as(who).code(document);
        const isLeftOut = ['null', '[]'].includes(literal) && OPTIONAL.test(door.name);
        if (!isLeftOut && !NAMES_NONE.test(document) && !CODE.test(code))
          told.push(`${door.name} ${code}`);
      }
    }
    expect(told).toEqual([]);
    const { session: _session, ...kept } = before;
    expect(await contents(app)).toMatchObject(kept);
  });

  it('a variable that was not sent is no id', async () => {
    const who = await signedIn(app, 'steward1');
    for (const name of ['channel', 'message', 'person', 'introduction']) {
      const document = `query ($id: ID!) { ${name}(id: $id) { id } }`;
      for (const variables of [{}, { id: null }, { id: {} }, { id: [] }, { id: true }, { ID: 'a' }])
        expect(await as(who).code(document, variables)).toBe('INVALID');
    }
  });
});

const CODE = /^(NOT_FOUND|INVALID|FORBIDDEN|CONFLICT)$/;
/** Where leaving the id out is a question of its own. */
const OPTIONAL =
  /people chips|groups chips|organisations chips|searchMessages|viewAs|setFieldAudience|setProfileField input.terms|Group input.issueAreas/;
/** Seen as any member or ally: no id is looked at. */
const NAMES_NONE = /as: (member|ally),/;

describe('Doors that are not there', () => {
  const fieldsOf = (name: string) => {
    const type = schema.getType(name);
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  };

  it('a message points to what it answers, its topic, its files and whom it names, each with tests of its own', () => {
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

  it('no list is asked for by ids of rows: lists of ids are terms, one’s own groups, or all or nothing', () => {
    const lists = everyIdDoor().filter(({ name }) => {
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
      'mutation editGroup input.issueAreas',
      'mutation editMessage input.mentionIds',
      ...inputs('editOrganisation'),
      'mutation foundGroup input.issueAreas',
      ...inputs('foundOrganisation'),
      // One’s own files that were not sent: one that is none of these refuses the whole.
      'mutation postMessage input.attachmentIds',
      // Whom it names: who is not there is left out.
      'mutation postMessage input.mentionIds',
      // Messages beside what is reported, groups that the two share: one that is none of these refuses the whole.
      'mutation report input.contextIds',
      'mutation saveSearch input.chips',
      'mutation separateReported input.leaving.groupId',
      'mutation setFieldAudience input.groupIds',
      'mutation setPersona input.practices',
      'mutation setProfileField input.terms',
      // Faces: who may not be seen is left out as who is not there; each is part of what `person` or `groupMember` answers.
      'query faces ids',
      'query groups chips',
      'query organisations chips',
      'query people chips',
    ]);
  });

  it('no subscription, no second engine, no upload by GraphQL', () => {
    expect(schema.getSubscriptionType()).toBeUndefined();
    expect(SCHEMA).not.toMatch(/scalar (Upload|JSON|Any)/);
  });
});

it('one’s own group mixed with hidden ones is the answer for ids that never were', async () => {
  const who = await signedIn(app, 'member1');
  const document = `mutation ($input: SetFieldAudienceInput!) { setFieldAudience(input: $input) { id } }`;
  const own = (await as(who).ask('{ myGroups { id } }')).myGroups[0].id as string;
  const { fields } = (await as(who).ask('{ myProfile { fields { kind version } } }')).myProfile;
  const { version } = fields.find(({ kind }) => kind === 'about')!;
  const mine = await app.db.query<{ id: string }>(
    `select g.id from "group" g where not exists (select 1 from membership m join account a on a.id = m.account_id
       where m.group_id = g.id and m.ended_at is null and a.email = 'member1@trama.example') limit 9`,
  );
  const before = await contents(app);
  const input = { kind: 'about', audience: 'groups', version };
  const answers = [];
  for (const others of [mine.map(({ id }) => id), mine.map(() => crypto.randomUUID())]) {
    const answer = await as(who).raw(document, { input: { ...input, groupIds: [own, ...others] } });
    answers.push(await answer.text());
  }
  expect(mine.length).toBeGreaterThan(0);
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('NOT_FOUND');
  expect(await contents(app)).toEqual(before);
});

describe('What no text should hold', () => {
  const bad = {
    'a byte that no text has': '\u0000',
    'half a character': '\ud800',
    'letters that turn around': '\u202e\u2066',
    'a number': '[1,2]',
    'a key of something else': Buffer.from('[["a"],{}]').toString('base64url'),
    'a key with other parts': Buffer.from('["a","b"]').toString('base64url'),
    'a date that is none': Buffer.from(`["x","${crypto.randomUUID()}"]`).toString('base64url'),
    'a year that no calendar has': Buffer.from(
      JSON.stringify(['-271821-04-20T00:00:00.000Z', crypto.randomUUID()]),
    ).toString('base64url'),
    'a number where a time stands': Buffer.from('[1e308,1]').toString('base64url'),
    'very much': 'ñ'.repeat(20_000),
  };

  it.each(Object.entries(bad))('%s breaks no door, and no cursor', async (_title, text) => {
    const told: string[] = [];
    for (const handle of ['steward1', 'moderator5', 'admin1', 'auditor1']) {
      const who = await signedIn(app, handle);
      const doors = everyTextDoor().filter(({ name }) => !ENDINGS.test(name));
      for (const door of tried('badTexts', doors)) {
        const answer = await as(who).code(door.written(JSON.stringify(text)));
        if (answer === 'INTERNAL') told.push(`${handle} ${door.name}`);
      }
    }
    expect(told).toEqual([]);
  });
});
/** These end what the test is about. */
const ENDINGS = /deleteAccount|changePassword|changeAddress|confirmSession/;
