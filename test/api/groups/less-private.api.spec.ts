import { buildSchema, isInputObjectType } from 'graphql';
import { TwoPersonKinds } from '#audit/two-person/two-person-kinds.js';
import { GroupAccess } from '#groups/group.entity.js';
import { aGroup } from '../../support/factories/a-group.js';
import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { everyIdDoor } from '../../support/matrix/id-doors.js';
import { make } from '../../support/factories/make.js';
import { post } from '../../support/factories/reports.js';
import { type Person, world } from '../../support/factories/world.js';
import { textOf } from '../../support/repository.js';

/** G7, R5: nobody alone makes a group or channel less private, and what was said before somebody came stays closed to them. */
const app = useApp({ TRAMA_WORKER: '0' });

const privacyOf = async (groupId: string) => [
  await app.db.query('select is_listed, access from "group" where id = $1', [groupId]),
  await app.db.query('select id, history from channel where group_id = $1 order by id', [groupId]),
];

/** A hidden group of which eve became a member after something was said. */
async function hidden() {
  const people = await world(app, {
    ste: 'steward',
    ana: 'member',
    eve: 'member',
    out: 'outsider',
  });
  const { ste, ana, eve } = people;
  const part = { isListed: false, access: GroupAccess.invitation };
  const group = await make.group(app, { steward: ste, members: [ana], ...part });
  const { id: channelId } = await make.channel(app, { group });
  const old = await post(ana, channelId, 'qzantesqz');
  const { id: membershipId } = await make.membership(app, { group, person: eve });
  return { ...people, group, channelId, old, membershipId };
}

const schema = () => buildSchema(textOf('apps/api/schema.graphql'));

it('who may see it is settled when a group or channel is made: no other door takes it, and no act of two', () => {
  const inputs = Object.values(schema().getTypeMap()).filter(isInputObjectType);
  const taking = inputs.flatMap((type) =>
    Object.keys(type.getFields())
      .filter((field) => /^(isListed|isHidden|access|history|joinedVersion)$/.test(field))
      .map((field) => `${type.name}.${field}`),
  );
  expect(taking.toSorted()).toEqual([
    ...['CreateChannelInput.history', 'FoundGroupInput.access', 'FoundGroupInput.isListed'],
  ]);
  // Once two may change it (row 13), that it takes two and opens nothing old is tested here.
  const kinds = app
    .get(TwoPersonKinds)
    .all()
    .map(({ kind }) => kind);
  expect(kinds).toContain('grantDuty');
  expect(kinds.join()).not.toMatch(/group|channel|listed|history/i);
});

it('its steward asks at every door, with every id of it and with what no door takes, and nothing opens', async () => {
  const { ste, out, group, channelId, membershipId } = await hidden();
  const before = await privacyOf(group.id);
  const edit = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
  const { isListed: _listed, access: _access, ...texts } = aGroup;
  const input = { ...texts, groupId: group.id };
  for (const more of [{ isListed: true }, { access: 'open' }, { history: 'start' }]) {
    expect(await as(ste).code(edit, { input: { ...input, ...more } })).toBe('INVALID');
  }
  expect(await as(ste).code(edit, { input })).toBe('OK');
  const doors = everyIdDoor().filter(({ name }) => name.startsWith('mutation'));
  for (const door of doors) {
    for (const id of [group.id, channelId, membershipId]) {
      for (let variant = 0; variant < door.variants; variant++) {
        await as(ste).code(door.document(id, variant));
      }
    }
  }
  const [groupNow, channelsNow] = await privacyOf(group.id);
  expect(groupNow).toEqual(before[0]);
  // What the steward made meanwhile is new, and opens nothing of what was there.
  expect(channelsNow).toEqual(expect.arrayContaining(before[1]!));
  const outside = await as(out).raw('{ groups { items { slug } } }');
  expect(await outside.text()).not.toContain(group.slug);
});

/** What somebody reads of a channel, in every way there is. */
async function read(who: Person, channelId: string, messageId: string): Promise<string> {
  const page = '{ items { id body } }';
  const documents = [
    `{ messages(channelId: "${channelId}") ${page} }`,
    `{ messages(channelId: "${channelId}", before: 1000) ${page} }`,
    `{ changes(channelId: "${channelId}", after: 0) ${page} }`,
    `{ message(id: "${messageId}") { body } }`,
    `{ reportContext(messageId: "${messageId}") { id body } }`,
  ];
  const answers = documents.map(async (document) => (await as(who).raw(document)).text());
  return (await Promise.all(answers)).join('\n');
}

it('old history stays closed: to who joined later, came again, holds the group now, or opened a channel from the start', async () => {
  const { ste, ana, eve, group, channelId, old, membershipId } = await hidden();
  const isClosed = async () => {
    const said = await read(eve, channelId, old);
    expect(said).not.toContain('qzantesqz');
    return said;
  };
  await post(ste, channelId, 'qzdespuésqz');
  expect(await isClosed()).toContain('qzdespuésqz');
  expect(await read(ana, channelId, old)).toContain('qzantesqz');
  const create = 'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
  const input = { groupId: group.id, name: 'Archivo', history: 'start' };
  await as(ste).ask(create, { input });
  await isClosed();
  const byId = (field: string) => `mutation ($id: ID!) { ${field}(membershipId: $id) }`;
  await as(ste).ask(byId('handOverStewardship'), { id: membershipId });
  await isClosed();
  const back = `select id from membership where group_id = $1 and account_id = $2 and ended_at is null`;
  await as(eve).ask(byId('handOverStewardship'), {
    id: (await app.db.query<{ id: string }>(back, [group.id, ste.accountId]))[0]!.id,
  });
  await as(eve).ask(byId('leaveGroup'), { id: membershipId });
  await make.membership(app, { group, person: eve });
  expect(await isClosed()).not.toContain('qzdespuésqz');
});
