import { buildSchema, isInputObjectType } from 'graphql';
import { TwoPersonActKinds } from '#audit/two-person/two-person-act-kinds.js';
import { EventsWorker } from '#events/events.worker.js';
import { GroupAccess } from '#groups/group.entity.js';
import { DAY } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { allIdArguments } from '../../support/matrix/id-arguments.js';
import { ASK_TO_JOIN, joinRequestInput } from '../../support/factories/group-documents.js';
import { factories } from '../../support/factories/factories.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const privacyOf = async (groupId: string) => [
  await app.db.query('select is_listed, access from "group" where id = $1', [groupId]),
  await app.db.query('select id, history from channel where group_id = $1 order by id', [groupId]),
];

/** A hidden group that Eve joined after a message was posted. */
async function hidden() {
  const people = await makePeople(app, {
    ste: 'steward',
    ana: 'member',
    eve: 'member',
    out: 'outsider',
  });
  const { ste, ana, eve } = people;
  const part = { isListed: false, access: GroupAccess.invitation };
  const group = await factories.group(app, { steward: ste, members: [ana], ...part });
  const { id: channelId } = await factories.channel(app, { group });
  const old = await postText(ana, channelId, 'qzantesqz');
  const { id: membershipId } = await factories.membership(app, { group, person: eve });
  return { ...people, group, channelId, old, membershipId };
}

const schema = () => buildSchema(readRepositoryFile('apps/api/schema.graphql'));

it('only the two privacy mutations can change who sees a group or channel', () => {
  const inputs = Object.values(schema().getTypeMap()).filter(isInputObjectType);
  const taking = inputs.flatMap((type) =>
    Object.keys(type.getFields())
      .filter((field) => /^(isListed|isHidden|access|privacy|history|joinedVersion)$/.test(field))
      .map((field) => `${type.name}.${field}`),
  );
  expect(taking.toSorted()).toEqual([
    ...['CreateChannelInput.history', 'FoundCoalitionInput.isListed'],
    ...['FoundGroupInput.access', 'FoundGroupInput.isListed'],
    // These inputs make a group more private, or less private with a second person: see the tests below.
    ...['GroupPrivacyInput.privacy', 'LessPrivateGroupInput.privacy'],
  ]);
  const kinds = app
    .get(TwoPersonActKinds)
    .all()
    .map(({ kind }) => kind);
  expect(kinds.filter((kind) => /group|channel|listed|history/i.test(kind)).toSorted()).toEqual([
    ...['makeGroupLessPrivate', 'openGroupMemberList'],
  ]);
});

it('a steward cannot make a hidden group less private through any other mutation', async () => {
  const { ste, out, group, channelId, membershipId } = await hidden();
  const before = await privacyOf(group.id);
  const edit = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
  const { isListed: _listed, access: _access, ...texts } = GROUP_INPUT;
  const input = { ...texts, groupId: group.id };
  for (const more of [{ isListed: true }, { access: 'open' }, { history: 'start' }]) {
    expect(await apiAs(ste).code(edit, { input: { ...input, ...more } })).toBe('INVALID');
  }
  expect(await apiAs(ste).code(edit, { input })).toBe('OK');
  const doors = allIdArguments().filter(({ name }) => name.startsWith('mutation'));
  for (const door of doors) {
    for (const id of [group.id, channelId, membershipId]) {
      for (let variant = 0; variant < door.variants; variant++) {
        await apiAs(ste).code(door.document(id, variant));
      }
    }
  }
  const [groupNow, channelsNow] = await privacyOf(group.id);
  expect(groupNow).toEqual(before[0]);
  // The mutations may create channels, which reveal nothing of the existing channels.
  expect(channelsNow).toEqual(expect.arrayContaining(before[1]!));
  const outside = await apiAs(out).raw('{ groups { items { slug } } }');
  expect(await outside.text()).not.toContain(group.slug);
}, 180_000);

/** Returns everything that a viewer can read of a channel and of one message. */
async function read(who: Person, channelId: string, messageId: string): Promise<string> {
  const page = '{ items { id body } }';
  const documents = [
    `{ messages(channelId: "${channelId}") ${page} }`,
    `{ messages(channelId: "${channelId}", before: 1000) ${page} }`,
    `{ changes(channelId: "${channelId}", after: 0) ${page} }`,
    `{ message(id: "${messageId}") { body } }`,
    `{ reportContext(messageId: "${messageId}") { id body } }`,
  ];
  const answers = documents.map(async (document) => (await apiAs(who).raw(document)).text());
  return (await Promise.all(answers)).join('\n');
}

it('old messages stay hidden from later members, also if they rejoin, become steward or read a channel with full history', async () => {
  const { ste, ana, eve, group, channelId, old, membershipId } = await hidden();
  const isClosed = async () => {
    const said = await read(eve, channelId, old);
    expect(said).not.toContain('qzantesqz');
    return said;
  };
  await postText(ste, channelId, 'qzdespuésqz');
  expect(await isClosed()).toContain('qzdespuésqz');
  expect(await read(ana, channelId, old)).toContain('qzantesqz');
  const create = 'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
  const input = { groupId: group.id, name: 'Archivo', history: 'start' };
  await apiAs(ste).ask(create, { input });
  await isClosed();
  const byId = (field: string) => `mutation ($id: ID!) { ${field}(membershipId: $id) }`;
  await apiAs(ste).ask(byId('handOverStewardship'), { id: membershipId });
  await isClosed();
  const back = `select id from membership where group_id = $1 and account_id = $2 and ended_at is null`;
  await apiAs(eve).ask(byId('handOverStewardship'), {
    id: (await app.db.query<{ id: string }>(back, [group.id, ste.accountId]))[0]!.id,
  });
  await apiAs(eve).ask(byId('leaveGroup'), { id: membershipId });
  await factories.membership(app, { group, person: eve });
  expect(await isClosed()).not.toContain('qzdespuésqz');
});

const ASK = `mutation ($input: LessPrivateGroupInput!) {
  askToMakeGroupLessPrivate(input: $input) { id hash shown { label value } } }`;
const CLOSE = `mutation ($input: GroupPrivacyInput!) {
  makeGroupMorePrivate(input: $input) { isListed access } }`;
const GROUP = `query ($slug: String!) { group(slug: $slug) {
  isListed access lessPrivateRequestId hasOtherSteward viewerCan } }`;

/** A hidden group with the stewards Ste and Sol and the member Ana, and one message. */
async function heldByTwo() {
  const people = await makePeople(app, {
    ...({ ste: 'steward', sol: 'steward', ana: 'member', out: 'outsider' } as const),
    mo: 'moderator',
  });
  const { ste, sol, ana } = people;
  const part = { isListed: false, access: GroupAccess.invitation };
  const group = await factories.group(app, { steward: ste, members: [ana], ...part });
  const { id: sols } = await factories.membership(app, {
    ...{ group, person: sol, role: MembershipRole.steward },
  });
  const { id: channelId } = await factories.channel(app, { group, history: 'start' });
  const old = await postText(ana, channelId, 'qzantesqz');
  const to = (privacy: string) => ({ groupId: group.id, privacy });
  const reason = 'Para que nos encuentren.';
  const ask = async (who: Person, privacy: string) =>
    (await apiAs(who).ask(ASK, { input: { ...to(privacy), reason } })).askToMakeGroupLessPrivate;
  const groupAs = async (who: Person) => (await apiAs(who).ask(GROUP, { slug: group.slug })).group;
  return { ...people, group, sols, channelId, old, to, reason, ask, groupAs };
}

describe('making a group less private', () => {
  it('takes effect when another steward approves, and hides earlier messages from new members', async () => {
    const { ste, sol, ana, out, mo, group, channelId, old, ...it } = await heldByTwo();
    const input = { ...it.to('request'), reason: it.reason };
    expect(await apiAs(ana).code(ASK, { input })).toBe('FORBIDDEN');
    for (const who of [out, mo]) expect(await apiAs(who).code(ASK, { input })).toBe('NOT_FOUND');
    await expect(it.ask(ste, 'hidden')).rejects.toMatchObject({ reason: 'group.notLessPrivate' });
    const act = await it.ask(ste, 'request');
    expect(act.shown).toEqual([
      { label: 'group', value: group.name },
      { label: 'from', value: 'hidden' },
      { label: 'to', value: 'request' },
    ]);
    await expect(it.ask(sol, 'open')).rejects.toMatchObject({ reason: 'twoPerson.waiting' });
    expect(await it.groupAs(sol)).toMatchObject({
      ...{ isListed: false, lessPrivateRequestId: act.id, hasOtherSteward: true },
    });
    expect(await it.groupAs(ana)).toMatchObject({
      ...{ lessPrivateRequestId: null, hasOtherSteward: null },
    });
    await expect(twoPersonActions(ste).approve(act.id, act.hash)).rejects.toMatchObject({
      reason: 'twoPerson.own',
    });
    for (const who of [ana, out, mo]) {
      await expect(twoPersonActions(who).approve(act.id, act.hash)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await apiAs(out).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');

    const isCut = async () =>
      (
        await apiAs(ana).ask('query ($id: ID!) { channel(id: $id) { isHistoryCut } }', {
          id: channelId,
        })
      ).channel.isHistoryCut;
    expect(await isCut()).toBe(false);
    const ear = await openSocket(ana);
    await twoPersonActions(sol).approve(act.id, act.hash);
    await app.get(EventsWorker).drain();
    await ear.until('news', ({ subject, id }) => subject === 'group' && id === group.id);
    expect(await it.groupAs(out)).toMatchObject({
      ...{
        isListed: true,
        access: 'request',
        viewerCan: expect.arrayContaining(['requestToJoin']),
      },
    });
    expect(await isCut()).toBe(true);
    await factories.membership(app, { group, person: out });
    await postText(ana, channelId, 'qzdespuésqz');
    const said = await read(await signInAgain(out), channelId, old);
    expect(said).toContain('qzdespuésqz');
    expect(said).not.toContain('qzantesqz');
    expect(await read(ana, channelId, old)).toContain('qzantesqz');
    const sql = 'select action, actor_id from audit_entry where subject_id = any($1) order by seq';
    expect(await app.db.query(sql, [[group.id, act.id]])).toEqual([
      { action: 'ask', actor_id: ste.accountId },
      { action: 'approve', actor_id: sol.accountId },
      { action: 'makeLessPrivate', actor_id: sol.accountId },
    ]);
  });

  it('fails if the requester is no longer a steward, the group changed or a day passed', async () => {
    const { ste, sol, group, sols, ...it } = await heldByTwo();
    const untouched = await privacyOf(group.id);
    const late = await it.ask(sol, 'open');
    await apiAs(ste).ask('mutation ($id: ID!) { endStewardship(membershipId: $id) }', { id: sols });
    await expect(twoPersonActions(ste).approve(late.id, late.hash)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.askerMayNot' },
    });
    await twoPersonActions(sol).withdraw(late.id);
    await app.db.query(`update membership set role = 'steward' where id = $1`, [sols]);
    const changed = await it.ask(ste, 'open');
    await twoPersonActions(ste).change(changed.id, 'Por otra cosa.');
    await expect(twoPersonActions(sol).approve(changed.id, changed.hash)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.changed' },
    });
    app.clock.move(DAY);
    const [stes, other] = [await signInAgain(ste), await signInAgain(sol)];
    const { hash } = await twoPersonActions(other).read(changed.id);
    await expect(twoPersonActions(other).approve(changed.id, hash)).rejects.toMatchObject({
      reason: 'twoPerson.expired',
    });
    expect(await it.groupAs(stes)).toMatchObject({ lessPrivateRequestId: null });
    expect(await privacyOf(group.id)).toEqual(untouched);
  });

  it.each(['approve the change', 'make the group more private'])(
    'rejects a steward whose stewardship ends while their request to %s waits for the lock on the group',
    async (what) => {
      const { ste, sol, group, sols, ...it } = await heldByTwo();
      const act = await it.ask(ste, 'open');
      const untouched = await privacyOf(group.id);
      const held = await lockTestRow(app, 'group', group.id);
      const asking =
        what === 'approve the change'
          ? twoPersonActions(sol).approve(act.id, act.hash)
          : apiAs(sol).ask(CLOSE, { input: it.to('hidden') });
      const refused = expect(asking).rejects.toMatchObject({
        code: what === 'approve the change' ? 'NOT_FOUND' : 'FORBIDDEN',
      });
      await held.queued(1);
      await held.run(`update membership set role = 'member' where id = $1`, [sols]);
      await held.release();
      await refused;
      expect(await privacyOf(group.id)).toEqual(untouched);
    },
  );

  it('tells a steward that another steward exists, even if that steward is suspended', async () => {
    const { ste, sol, ...it } = await heldByTwo();
    const suspend = `update account set standing = 'suspended' where id = $1`;
    await app.db.query(suspend, [sol.accountId]);
    expect(await it.groupAs(ste)).toMatchObject({ hasOtherSteward: true });
  });

  it('invalidates open group links, which led to a join request', async () => {
    const { ste, sol, out, group, ...it } = await heldByTwo();
    const make = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }';
    const { token } = (await apiAs(ste).ask(make, { id: group.id })).makeGroupLink;
    const look = 'query ($token: String!) { linkedGroup(token: $token) { name } }';
    expect(await apiAs(out).code(look, { token })).toBe('OK');
    const act = await it.ask(ste, 'invitation');
    await twoPersonActions(sol).approve(act.id, act.hash);
    expect(await apiAs(out).code(look, { token })).toBe('NOT_FOUND');
  });

  it('needs a moderator if there is no other steward, and is rejected if the privacy changed after the request', async () => {
    const { ste, mo, sols, ...it } = await heldByTwo();
    await apiAs(ste).ask('mutation ($id: ID!) { endStewardship(membershipId: $id) }', { id: sols });
    expect(await it.groupAs(ste)).toMatchObject({ hasOtherSteward: false });
    const first = await it.ask(ste, 'invitation');
    await twoPersonActions(mo).approve(first.id, first.hash);
    const second = await it.ask(ste, 'open');
    await apiAs(ste).ask(CLOSE, { input: it.to('hidden') });
    await expect(twoPersonActions(mo).approve(second.id, second.hash)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.changed' },
    });
    expect(await it.groupAs(ste)).toMatchObject({ isListed: false, access: 'invitation' });
  });
});

it('a steward makes a group more private alone, and pending join requests stay pending', async () => {
  const { ste, ana, out, mo } = await makePeople(app, {
    ...({ ste: 'steward', ana: 'member', out: 'outsider', mo: 'moderator' } as const),
  });
  const group = await factories.group(app, { steward: ste, members: [ana] });
  const close = (privacy: string) => ({ input: { groupId: group.id, privacy } });
  await apiAs(out).ask(ASK_TO_JOIN, joinRequestInput(group.id));
  for (const who of [ana, out, mo]) {
    expect(await apiAs(who).code(CLOSE, close('hidden'))).toBe('FORBIDDEN');
  }
  for (const privacy of ['request', 'open']) {
    expect(await apiAs(ste).code(CLOSE, close(privacy))).toBe('CONFLICT');
  }
  const { makeGroupMorePrivate } = await apiAs(ste).ask(CLOSE, close('hidden'));
  expect(makeGroupMorePrivate).toEqual({ isListed: false, access: 'invitation' });
  for (const who of [out, mo]) {
    expect(await apiAs(who).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(who).code(CLOSE, close('hidden'))).toBe('NOT_FOUND');
  }
  const requests = 'query ($id: ID!) { joinRequests(groupId: $id) { id viewerCan } }';
  expect((await apiAs(ste).ask(requests, { id: group.id })).joinRequests).toEqual([
    { id: expect.any(String), viewerCan: expect.arrayContaining(['decide']) },
  ]);
  const sql = 'select action, actor_id from audit_entry where subject_id = $1';
  expect(await app.db.query(sql, [group.id])).toEqual([
    { action: 'makeMorePrivate', actor_id: ste.accountId },
  ]);
});
