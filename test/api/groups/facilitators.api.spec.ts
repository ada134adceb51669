import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  ACCEPT_STEWARDSHIP_OFFER,
  END_FACILITATION,
  END_STEWARDSHIP,
  HAND_OVER_STEWARDSHIP,
  HIDDEN_GROUP,
  JOIN_GROUP,
  LEAVE_GROUP,
  MAKE_FACILITATOR,
  OFFER_STEWARDSHIP,
  OPEN_GROUP,
  READMIT_MEMBER,
  REMOVE_MEMBER,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople, signInAgain } from '../../support/factories/make-people.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  messageInput,
  PIN_MESSAGE,
  pinInput,
  POST_MESSAGE,
} from '../../support/messages/message-documents.js';
import {
  CLOSE_TOPIC,
  RENAME_TOPIC,
  REOPEN_TOPIC,
  startTopic,
} from '../../support/messages/topics.js';

const MEMBERS =
  'query ($id: ID!) { groupMembers(groupId: $id) { items { id name role isMe viewerCan } } }';
const ROLE = 'query ($slug: String!) { group(slug: $slug) { myRole viewerCan } }';
const CREATE = 'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
const RENAME = 'mutation ($input: RenameChannelInput!) { renameChannel(input: $input) { id } }';
const ARCHIVE = 'mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }';
const INBOX = '{ inbox { items { kind isUnread group { name } } } }';

const app = useApp();
afterEach(closeAllSockets);

/** A hidden group of steward Ste with members Ana and Ben, a channel, a topic of Ste and a message of Ben. */
async function facilitated() {
  const people = await makePeople(app, {
    ...{ ste: 'steward', ana: 'member', ben: 'member', out: 'member' },
  });
  const { ste, ana, ben } = people;
  const group = await factories.group(app, { steward: ste, members: [ana, ben], ...HIDDEN_GROUP });
  const idOf = async ({ accountId }: Person): Promise<string> => {
    const sql =
      'select id from membership where group_id = $1 and account_id = $2 and ended_at is null';
    return (await app.db.query<{ id: string }>(sql, [group.id, accountId]))[0]!.id;
  };
  const channel = await factories.channel(app, { group, history: 'start' });
  const topic = await startTopic(ste, channel.id, 'Antenas');
  const { postMessage: said } = await apiAs(ben).ask(
    POST_MESSAGE,
    messageInput(channel.id, 'Hola'),
  );
  /** The answers to everything that a facilitator does, in order. */
  const acts = async (who: Person): Promise<string[]> => {
    const one = apiAs(who);
    const codes = [
      await one.code(CREATE, { input: { groupId: group.id, name: 'Otro' } }),
      await one.code(RENAME, { input: { channelId: channel.id, name: 'Canal' } }),
      await one.code(RENAME_TOPIC, { input: { topicId: topic.id, name: 'Torres' } }),
      await one.code(PIN_MESSAGE, pinInput(said.id)),
      await one.code(PIN_MESSAGE, pinInput(said.id, false)),
      await one.code(CLOSE_TOPIC, { id: topic.id }),
      await one.code(REOPEN_TOPIC, { id: topic.id }),
    ];
    const spare = await factories.channel(app, { group, name: 'Viejo' });
    return [...codes, await one.code(ARCHIVE, { id: spare.id })];
  };
  const roleOf = async (who: Person) =>
    (await apiAs(await signInAgain(who)).ask(ROLE, { slug: group.slug })).group.myRole;
  return { ...people, group, channel, idOf, acts, roleOf };
}
const ALLOWED = Array(8).fill('OK');
const REFUSED = Array(8).fill('FORBIDDEN');

it('a facilitator runs channels, topics and pins from the moment a steward says so until it ends', async () => {
  const { ste, ana, ben, idOf, acts, group, roleOf } = await facilitated();
  const anas = await idOf(ana);
  expect(await acts(ana)).toEqual(REFUSED);
  await apiAs(ste).ask(MAKE_FACILITATOR, { id: anas });
  expect(await acts(ana)).toEqual(ALLOWED);
  expect(await acts(ben)).toEqual(REFUSED);
  const { groupMembers } = await apiAs(ben).ask(MEMBERS, { id: group.id });
  const shown = groupMembers.items.find(({ id }) => id === anas)!;
  expect(shown).toMatchObject({ name: 'ana', role: 'facilitator' });
  expect(shown.viewerCan).not.toContain('endFacilitation');
  const { viewerCan } = (await apiAs(ana).ask(ROLE, { slug: group.slug })).group;
  expect(viewerCan.toSorted()).toEqual(['consent', 'createChannel', 'found', 'read', 'report']);

  await apiAs(ste).ask(END_FACILITATION, { id: anas });
  expect(await acts(ana)).toEqual(REFUSED);
  expect(await roleOf(ana)).toBe('member');
  const audited = 'select action from audit_entry where subject_id = $1 order by seq';
  expect(await app.db.query(audited, [anas])).toEqual([
    { action: 'makeFacilitator' },
    { action: 'endFacilitation' },
  ]);
});

it('only a steward chooses the history and the retention of a new channel', async () => {
  const { ste, ana, ben, out, idOf, group } = await facilitated();
  await apiAs(ste).ask(MAKE_FACILITATOR, { id: await idOf(ana) });
  const create = (who: Person, settings: object) =>
    apiAs(who).code(CREATE, { input: { groupId: group.id, name: 'Otro', ...settings } });
  for (const settings of [{ history: 'start' }, { retention: 'hours1' }]) {
    const codes = [];
    for (const who of [ste, ana, ben, out]) codes.push(await create(who, settings));
    expect(codes).toEqual(['OK', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
  }
  expect(await create(ana, { history: 'joining', retention: 'longest' })).toBe('OK');
});

it('only a steward makes a facilitator; only a steward or the facilitator ends it', async () => {
  const { ste, ana, ben, out, idOf, roleOf } = await facilitated();
  const [stes, anas, bens] = [await idOf(ste), await idOf(ana), await idOf(ben)];
  for (const who of [ana, ben])
    expect(await apiAs(who).code(MAKE_FACILITATOR, { id: anas })).toBe('FORBIDDEN');
  expect(await apiAs(out).code(MAKE_FACILITATOR, { id: anas })).toBe('NOT_FOUND');
  expect(await apiAs(ste).code(MAKE_FACILITATOR, { id: stes })).toBe('FORBIDDEN');
  expect(await apiAs(ste).code(END_FACILITATION, { id: anas })).toBe('FORBIDDEN');
  for (const id of [anas, bens]) await apiAs(ste).ask(MAKE_FACILITATOR, { id });
  expect(await apiAs(ste).code(MAKE_FACILITATOR, { id: anas })).toBe('FORBIDDEN');
  expect(await apiAs(ana).code(END_FACILITATION, { id: bens })).toBe('FORBIDDEN');
  expect(await apiAs(out).code(END_FACILITATION, { id: bens })).toBe('NOT_FOUND');
  expect(await apiAs(ste).code(END_STEWARDSHIP, { id: anas })).toBe('FORBIDDEN');
  await apiAs(ana).ask(END_FACILITATION, { id: anas });
  expect([await roleOf(ana), await roleOf(ben)]).toEqual(['member', 'facilitator']);
});

it('the audit log names a steward who ends the role, and not a facilitator who gives it up', async () => {
  const { ste, ana, ben, idOf } = await facilitated();
  const [anas, bens] = [await idOf(ana), await idOf(ben)];
  for (const id of [anas, bens]) await apiAs(ste).ask(MAKE_FACILITATOR, { id });
  await apiAs(ana).ask(END_FACILITATION, { id: anas });
  await apiAs(ste).ask(END_FACILITATION, { id: bens });
  const sql = `select subject_id from audit_entry where action = 'endFacilitation' and subject_id = any($1)`;
  expect(await app.db.query(sql, [[anas, bens]])).toEqual([{ subject_id: bens }]);
});

it('a facilitator stays open to a stewardship offer, and to being handed the group', async () => {
  const { ste, ana, ben, idOf, roleOf } = await facilitated();
  const [anas, bens] = [await idOf(ana), await idOf(ben)];
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  for (const id of [anas, bens]) await apiAs(ste).ask(MAKE_FACILITATOR, { id });
  await apiAs(ste).ask(END_FACILITATION, { id: anas });
  await apiAs(ana).ask(ACCEPT_STEWARDSHIP_OFFER, { id: anas });
  await apiAs(ste).ask(HAND_OVER_STEWARDSHIP, { id: bens });
  expect([await roleOf(ste), await roleOf(ana), await roleOf(ben)]).toEqual([
    ...['member', 'steward', 'steward'],
  ]);
});

describe('the role of facilitator ends', () => {
  it('with a suspension, and holds again after it', async () => {
    const { ste, ana, idOf, acts } = await facilitated();
    await apiAs(ste).ask(MAKE_FACILITATOR, { id: await idOf(ana) });
    const set = 'update account set standing = $2 where id = $1';
    await app.db.query(set, [ana.accountId, 'suspended']);
    expect(await acts(await signInAgain(ana))).toEqual(Array(8).fill('NOT_FOUND'));
    await app.db.query(set, [ana.accountId, 'member']);
    expect(await acts(await signInAgain(ana))).toEqual(ALLOWED);
  });

  it('with leaving and with removal, also for those who come back', async () => {
    const { ste, ana, ben, group, idOf, acts, roleOf } = await facilitated();
    const [anas, bens] = [await idOf(ana), await idOf(ben)];
    for (const id of [anas, bens]) await apiAs(ste).ask(MAKE_FACILITATOR, { id });
    await app.db.query(`update "group" set is_listed = true, access = $2 where id = $1`, [
      ...[group.id, OPEN_GROUP.access],
    ]);
    await apiAs(ana).ask(LEAVE_GROUP, { id: anas });
    await apiAs(ste).ask(REMOVE_MEMBER, { id: bens });
    for (const who of [ana, ben]) {
      const codes = await acts(await signInAgain(who));
      expect(new Set(codes)).toEqual(new Set(['FORBIDDEN', 'NOT_FOUND']));
    }
    await apiAs(ste).ask(READMIT_MEMBER, { id: bens });
    for (const who of [ana, ben]) {
      await apiAs(await signInAgain(who)).ask(JOIN_GROUP, { id: group.id });
      expect(await roleOf(who)).toBe('member');
    }
  });

  it('with a change between profile and persona, because it would show who continues', async () => {
    const { ste, ana, ben, group, idOf, roleOf } = await facilitated();
    const anas = await idOf(ana);
    await apiAs(ste).ask(MAKE_FACILITATOR, { id: anas });
    await apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Garza Blanca' } });
    expect(await roleOf(ana)).toBe('member');
    await apiAs(ste).ask(MAKE_FACILITATOR, { id: await idOf(ana) });
    await apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Garza Gris' } });
    const { groupMembers } = await apiAs(ben).ask(MEMBERS, { id: group.id });
    const facilitators = groupMembers.items.filter(({ role }) => role === 'facilitator');
    expect(facilitators.map(({ name }) => name)).toEqual(['Garza Gris']);
  });
});

it('a person learns of becoming and ceasing to be facilitator by notice, mail and inbox, and no other member does', async () => {
  const { ste, ana, ben, group, idOf } = await facilitated();
  const anas = await idOf(ana);
  const mails = async (who: Person) => {
    await waitForJobs(app);
    return sentMails(app).filter(({ to }) => to === who.email).length;
  };
  const inbox = async (who: Person) => (await apiAs(await signInAgain(who)).ask(INBOX)).inbox.items;
  const item = (kind: string) => ({ kind, isUnread: false, group: { name: group.name } });
  const ear = await openSocket(ana);
  await apiAs(ste).ask(MAKE_FACILITATOR, { id: anas });
  await ear.until('news', ({ subject, id }) => subject === 'group' && id === group.id);
  expect([await mails(ana), await mails(ben), await mails(ste)]).toEqual([1, 0, 0]);
  expect([await inbox(ana), await inbox(ben)]).toEqual([[item('facilitationBegan')], []]);
  await apiAs(ste).ask(END_FACILITATION, { id: anas });
  expect(await inbox(ana)).toEqual([item('facilitationEnded')]);
  app.clock.move(14 * DAY);
  expect(await inbox(ana)).toEqual([]);
});

it('neither of two members of whom one blocked the other is notified of a role by the other, nor a facilitator who gives it up', async () => {
  const { ste, ana, ben, idOf } = await facilitated();
  const [anas, bens] = [await idOf(ana), await idOf(ben)];
  await insertBlock(app, ben, ste);
  await apiAs(await signInAgain(ste)).ask(MAKE_FACILITATOR, { id: bens });
  await app.db.query(`update membership set role = 'facilitator' where id = $1`, [anas]);
  await apiAs(ana).ask(END_FACILITATION, { id: anas });
  await waitForJobs(app);
  expect(sentMails(app).filter(({ to }) => [ana.email, ben.email].includes(to))).toEqual([]);
});

it('making facilitators counts as inviting', async () => {
  const { ste, ana, idOf } = await facilitated();
  const id = await idOf(ana);
  for (let times = 0; times < 50; times += 1) {
    await apiAs(ste).ask(MAKE_FACILITATOR, { id });
    await apiAs(ste).ask(END_FACILITATION, { id });
  }
  expect(await apiAs(ste).code(MAKE_FACILITATOR, { id })).toBe('TOO_MANY');
});

it('an ended facilitator whose request waits for a lock is refused when it gets the lock', async () => {
  const { ste, ana, group, channel, idOf } = await facilitated();
  const id = await idOf(ana);
  await apiAs(ste).ask(MAKE_FACILITATOR, { id });
  const locked = await lockTestRow(app, 'group', group.id);
  const creating = apiAs(ana).code(CREATE, { input: { groupId: group.id, name: 'Tarde' } });
  await locked.queued(1);
  await locked.run(`update membership set role = 'member' where id = $1`, [id]);
  await locked.release();
  expect(await creating).toBe('FORBIDDEN');
  expect(await apiAs(ste).code(RENAME, { input: { channelId: channel.id, name: 'Sí' } })).toBe(
    'OK',
  );
});

it('when a steward makes a member facilitator while that member leaves, the member is out, and the group stays whole', async () => {
  const { ste, ana, ben, group, idOf } = await facilitated();
  const id = await idOf(ana);
  const [made, left] = await Promise.all([
    apiAs(ste).code(MAKE_FACILITATOR, { id }),
    apiAs(ana).code(LEAVE_GROUP, { id }),
  ]);
  expect(left).toBe('OK');
  expect(['OK', 'FORBIDDEN', 'NOT_FOUND']).toContain(made);
  await waitForJobs(app);
  const { groupMembers } = await apiAs(ben).ask(MEMBERS, { id: group.id });
  expect(groupMembers.items.map(({ name }) => name).toSorted()).toEqual(['ben', 'ste']);
});
