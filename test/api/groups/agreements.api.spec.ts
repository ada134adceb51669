import { DAY, MINUTE } from '#kernel/clock.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables, sendJson } from '../../support/app/client.js';
import { setTestPassword, TEST_PASSWORD } from '../../support/app/test-password.js';
import {
  AGREEMENTS_WAITING,
  agreementsInput,
  CHANGED,
  CONSENT_TO_AGREEMENTS,
  makeGroupWithAgreements as makeGroup,
  NEW,
  OLD,
  PUBLISH_AGREEMENTS,
  publishAgreements,
  readAgreements as read,
} from '../../support/factories/agreements.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  HIDDEN_GROUP,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { factories } from '../../support/factories/factories.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  messageInput,
  PIN_MESSAGE,
  pinInput,
  POST_MESSAGE,
  REACT_TO_MESSAGE,
  reactionInput,
  READ_MESSAGE,
  sendMessage,
} from '../../support/messages/message-documents.js';
import {
  CLOSE_TOPIC,
  POST_IN_TOPIC,
  RENAME_TOPIC,
  START_TOPIC,
  startTopic,
  topicMessageInput,
} from '../../support/messages/topics.js';

const CONSENT_FIRST = { code: 'FORBIDDEN', reason: 'agreements.consentFirst' };

const app = useApp({ TRAMA_WORKER: '0' });

/** The end of a grace that began with the current version. */
async function daysAfterPublication(days: number, who: Person, group: { slug: string }) {
  const { publishedAt } = (await read(who, group)).agreements;
  return new Date(Date.parse(publishedAt!) + days * DAY).toISOString();
}

const consent = (who: Person, groupId: string, version: number) =>
  apiAs(who).ask(CONSENT_TO_AGREEMENTS, { groupId, version });
const refusal = (who: Person, document: string, variables: GraphqlVariables) =>
  expect(apiAs(who).ask(document, variables)).rejects;

/** Moves the clock, and signs these people in again: their sessions end after 14 days. */
async function later<P extends readonly Person[]>(days: number, ...people: P) {
  app.clock.move(days * DAY);
  return (await Promise.all(people.map(signInAgain))) as { [K in keyof P]: Person };
}

describe('a changed agreement', () => {
  it('tells members what changed and until when they can consent, and lets them write until then', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ...{ ada: 'steward', ben: 'member', eve: 'outsider' },
    });
    const others = await makePeople(app, { cem: 'member', dan: 'member', fay: 'member' });
    const group = await makeGroup(ada, [ben, ...Object.values(others)]);
    expect(await read(ben, group)).toMatchObject({
      agreements: { version: 1, text: OLD, publishedAt: expect.any(String) },
      ...{ agreementsChange: null, unconsentedCount: null },
    });
    const summary = 'Guardamos menos tiempo.';
    const published = await publishAgreements(ada, group.id, NEW, { summary });
    expect(published).toEqual({ version: 2, text: NEW });

    expect((await read(ben, group)).agreementsChange).toEqual({
      ...{ consentedText: OLD, summaries: [summary], isReadOnly: false },
      graceEndsAt: await daysAfterPublication(14, ben, group),
    });
    expect(await apiAs(ben).ask(AGREEMENTS_WAITING)).toEqual({
      agreementsWaiting: 1,
      groupsWithChangedAgreements: [{ slug: group.slug }],
    });
    // The steward who publishes a version consents to it. Outsiders read the text and nothing of the change.
    expect(await read(ada, group)).toMatchObject({
      ...{ agreementsSummary: summary, agreementsChange: null, unconsentedCount: 4 },
    });
    expect(await read(eve, group)).toMatchObject({
      ...{ agreements: { version: 2 }, agreementsChange: null, unconsentedCount: null },
      agreementsSummary: null,
    });
    await factories.membership(app, { group, person: eve });
    expect(await read(eve, group)).toMatchObject({ agreementsSummary: null });
    await app.db.query('delete from membership where account_id = $1', [eve.accountId]);
    const channel = await factories.channel(app, { group });
    await sendMessage(ben, channel.id, 'Sigo aquí.');

    await consent(ben, group.id, 2);
    expect((await read(ben, group)).agreementsChange).toBeNull();
    expect(await apiAs(ben).ask(AGREEMENTS_WAITING)).toEqual({
      ...{ agreementsWaiting: 0, groupsWithChangedAgreements: [] },
    });
    expect((await read(ada, group)).unconsentedCount).toBe(3);

    // In a group of four the number could identify a person.
    await app.db.query('update membership set ended_at = now() where account_id = $1', [
      others.fay.accountId,
    ]);
    expect((await read(ada, group)).unconsentedCount).toBeNull();
  });

  it('leaves members who have not consented in time with reading alone, until they consent', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
    const group = await makeGroup(people.ada, [people.ben, people.cem]);
    const channel = await factories.channel(app, { group });
    const topic = await startTopic(people.ben, channel.id, 'Antenas');
    await publishAgreements(people.ada, group.id, NEW);
    await consent(people.cem, group.id, 2);
    app.clock.move(14 * DAY - MINUTE);
    const [soon] = await later(0, people.ben);
    const own = await sendMessage(soon, channel.id, 'Todavía.');
    app.clock.move(MINUTE);

    const refused: [string, GraphqlVariables][] = [
      [POST_MESSAGE, messageInput(channel.id, 'Tarde.')],
      [POST_IN_TOPIC, topicMessageInput(channel.id, 'Tarde.', { topicId: topic.id })],
      [START_TOPIC, { input: { channelId: channel.id, name: 'Otro' } }],
      [RENAME_TOPIC, { input: { topicId: topic.id, name: 'Otro' } }],
      [CLOSE_TOPIC, { id: topic.id }],
      [EDIT_MESSAGE, { input: { messageId: own.id, body: 'Otra cosa.' } }],
      [REACT_TO_MESSAGE, reactionInput(own.id, '👍')],
    ];
    for (const [document, variables] of refused) {
      await refusal(soon, document, variables).toMatchObject(CONSENT_FIRST);
    }
    expect(await read(soon, group)).toMatchObject({ agreementsChange: { isReadOnly: true } });
    expect((await apiAs(soon).ask(READ_MESSAGE, { id: own.id })).message.body).toBe('Todavía.');
    expect(await apiAs(soon).code(DELETE_MESSAGE, { id: own.id })).toBe('OK');
    const [cem] = await later(0, people.cem);
    await sendMessage(cem, channel.id, 'Yo acepté.');

    // A client sends a refused message again, under the same key.
    const [, kept] = refused[0]!;
    await consent(soon, group.id, 2);
    expect((await apiAs(soon).ask(POST_MESSAGE, kept)).postMessage.body).toBe('Tarde.');
  });

  it('takes from a steward who has not consented what changes the group, and leaves admitting and removing', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', eve: 'outsider' });
    const group = await makeGroup(people.ada, [people.ben], { access: 'request' as never });
    const channel = await factories.channel(app, { group });
    const message = await sendMessage(people.ada, channel.id, 'Bienvenida.');
    await app.db.query(`update membership set role = 'steward' where account_id = $1`, [
      people.ben.accountId,
    ]);
    await publishAgreements(people.ada, group.id, NEW, { graceDays: 7 });
    const [ben, eve] = await later(7, people.ben, people.eve);

    const { agreements: _agreements, isListed: _isListed, access: _access, ...texts } = GROUP_INPUT;
    const refused: [string, GraphqlVariables][] = [
      [PUBLISH_AGREEMENTS, agreementsInput(group.id, 'Todo vale.', { basedOn: 2 })],
      [EDIT_GROUP, { input: { ...texts, groupId: group.id } }],
      [CREATE_CHANNEL, { input: { groupId: group.id, name: 'Otro', history: 'start' } }],
      [RENAME_CHANNEL, { input: { channelId: channel.id, name: 'Otro' } }],
      [ARCHIVE_CHANNEL, { id: channel.id }],
      [SHORTEN, { input: { channelId: channel.id, retention: 'hours1' } }],
      [PIN_MESSAGE, pinInput(message.id)],
    ];
    for (const [document, variables] of refused) {
      await refusal(ben, document, variables).toMatchObject(CONSENT_FIRST);
    }
    const asked = { input: { groupId: group.id, answer: 'Hola.', agreementsVersion: 2 } };
    const { requestToJoin } = await apiAs(eve).ask(ASK_TO_JOIN, asked);
    expect(await apiAs(ben).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe('OK');
    expect(await apiAs(ben).code(REMOVE_MESSAGE, { id: message.id })).toBe('OK');
  });

  it('postpones the deadline with a later version, never shortens it, and leaves 7 days to read the newest', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
    const { ada, ben } = people;
    const group = await makeGroup(ada, [ben, people.cem]);
    const publish = async (version: number, graceDays: number) => {
      const more = { basedOn: version - 1, graceDays, summary: `Cambio ${version}` };
      await publishAgreements(ada, group.id, `${NEW}\n${version}`, more);
      return (await read(ben, group)).agreementsChange!.graceEndsAt;
    };
    const inDays = (days: number) => daysAfterPublication(days, ben, group);
    expect(await publish(2, 10)).toBe(await inDays(10));
    const until = await inDays(10);
    await consent(people.cem, group.id, 2);
    app.clock.move(DAY);

    expect(await publish(3, 7)).toBe(until);
    expect((await read(ben, group)).agreementsChange).toMatchObject({
      ...{ summaries: ['Cambio 3', 'Cambio 2'], consentedText: OLD },
    });
    expect((await read(people.cem, group)).agreementsChange).toMatchObject({
      ...{ graceEndsAt: await inDays(7), consentedText: `${NEW}\n2` },
    });
    // Ten minutes before the end of the first grace.
    app.clock.move(9 * DAY - 10 * MINUTE);
    expect(await publish(4, 7)).toBe(await inDays(7));
  });

  it('postpones the deadline to 60 days after the first version that a member did not accept, and frees nobody who can only read', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
    const group = await makeGroup(people.ada, [people.ben, people.cem]);
    await publishAgreements(people.ada, group.id, NEW, { graceDays: 60 });
    const limit = await daysAfterPublication(60, people.ben, group);
    const [ada, ben] = await later(10, people.ada, people.ben);
    await publishAgreements(ada, group.id, OLD, { basedOn: 2, graceDays: 60 });
    expect((await read(ben, group)).agreementsChange).toMatchObject({ graceEndsAt: limit });

    // Two days before the limit a version still leaves 7 days to read it.
    const [again] = await later(48, people.ada);
    await publishAgreements(again, group.id, 'Preguntamos.', { basedOn: 3, graceDays: 7 });
    const [steward, late] = await later(8, people.ada, people.ben);
    const over = { graceEndsAt: await daysAfterPublication(7, late, group), isReadOnly: true };
    expect((await read(late, group)).agreementsChange).toMatchObject(over);
    await publishAgreements(steward, group.id, NEW, { basedOn: 4, graceDays: 60 });
    expect((await read(late, group)).agreementsChange).toMatchObject(over);
    // Without agreements everybody writes; with new ones there are at least 7 days, and no whole grace.
    await publishAgreements(steward, group.id, '', { basedOn: 5 });
    await publishAgreements(steward, group.id, NEW, { basedOn: 6, graceDays: 60 });
    expect((await read(late, group)).agreementsChange).toMatchObject({
      ...{ graceEndsAt: await daysAfterPublication(7, late, group), isReadOnly: false },
    });
  });

  it('asks nobody to consent once the group has no agreements', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await makeGroup(people.ada, [people.ben]);
    const channel = await factories.channel(app, { group });
    await publishAgreements(people.ada, group.id, NEW);
    const [ada, ben] = await later(15, people.ada, people.ben);
    expect(await apiAs(ben).code(POST_MESSAGE, messageInput(channel.id, 'x'))).toBe('FORBIDDEN');

    expect(await publishAgreements(ada, group.id, '', { basedOn: 2 })).toMatchObject({ text: '' });

    expect((await read(ben, group)).agreementsChange).toBeNull();
    expect(await apiAs(ben).code(POST_MESSAGE, messageInput(channel.id, 'x'))).toBe('OK');
  });

  it('keeps the deadline and the consent when a member takes a persona', async () => {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
    const group = await makeGroup(people.ada, [people.ben, people.cem]);
    await publishAgreements(people.ada, group.id, NEW);
    await consent(people.cem, group.id, 2);
    const mask = async (who: Person, name: string) => {
      const { group: own } = await apiAs(who).ask(MY_MEMBERSHIP, { slug: group.slug });
      await apiAs(who).ask(SET_PERSONA, { input: { membershipId: own.myMembershipId, name } });
    };
    await mask(people.ben, 'Garza Blanca');
    await mask(people.cem, 'Nube Baja');
    const [ben, cem] = await later(15, people.ben, people.cem);
    await expect(mask(ben, 'Otra')).rejects.toMatchObject(CONSENT_FIRST);
    await mask(cem, 'Otra');
    expect((await read(ben, group)).agreementsChange).toMatchObject({ isReadOnly: true });
    expect((await read(cem, group)).agreementsChange).toBeNull();
  });
});

describe('publishing and consenting', () => {
  it('accepts a version only from a steward, with a changed text, a grace of 7 to 60 days and the current version as its base', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ...{ ada: 'steward', ben: 'member', eve: 'outsider' },
    });
    const group = await makeGroup(ada, [ben]);
    const hidden = await makeGroup(ada, [], HIDDEN_GROUP);
    const input = (more: object = {}, id = group.id) => agreementsInput(id, NEW, more);
    expect(await apiAs(ben).code(PUBLISH_AGREEMENTS, input())).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(PUBLISH_AGREEMENTS, input())).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(PUBLISH_AGREEMENTS, input({}, hidden.id))).toBe('NOT_FOUND');
    for (const graceDays of [6, 61]) {
      expect(await apiAs(ada).code(PUBLISH_AGREEMENTS, input({ graceDays }))).toBe('INVALID');
    }
    await refusal(ada, PUBLISH_AGREEMENTS, agreementsInput(group.id, OLD)).toMatchObject({
      code: 'INVALID',
      fields: { text: 'agreementsUnchanged' },
    });
    await refusal(ada, PUBLISH_AGREEMENTS, input({ basedOn: 2 })).toMatchObject(CHANGED);
    await publishAgreements(ada, group.id, NEW, { graceDays: 60 });

    await refusal(ben, CONSENT_TO_AGREEMENTS, { groupId: group.id, version: 1 }).toMatchObject(
      CHANGED,
    );
    const version = 2;
    expect(await apiAs(eve).code(CONSENT_TO_AGREEMENTS, { groupId: group.id, version })).toBe(
      'FORBIDDEN',
    );
    expect(await apiAs(eve).code(CONSENT_TO_AGREEMENTS, { groupId: hidden.id, version })).toBe(
      'NOT_FOUND',
    );
  });

  it('lets one of many concurrent versions win, and consents to none that is no longer current', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await makeGroup(ada, [ben]);
    const codes = await Promise.all([
      ...Array.from({ length: 10 }, (_, at) =>
        apiAs(ada).code(PUBLISH_AGREEMENTS, agreementsInput(group.id, `Acuerdo ${at}`)),
      ),
      apiAs(ben).code(CONSENT_TO_AGREEMENTS, { groupId: group.id, version: 1 }),
    ]);
    expect(codes.slice(0, 10).toSorted()).toEqual([...Array(9).fill('CONFLICT'), 'OK']);
    expect((await read(ada, group)).agreements.version).toBe(2);
    expect((await read(ben, group)).agreementsChange).toMatchObject({ consentedText: OLD });

    const consents = Array.from({ length: 5 }, () =>
      apiAs(ben).code(CONSENT_TO_AGREEMENTS, { groupId: group.id, version: 2 }),
    );
    const next = publishAgreements(ada, group.id, NEW, { basedOn: 2 });
    const got = new Set(await Promise.all(consents));
    await next;
    const { agreementsChange } = await read(ben, group);
    expect(agreementsChange!.consentedText).toBe(
      got.has('OK') ? `Acuerdo ${codes.indexOf('OK')}` : OLD,
    );
  });

  it('starts with version 1 without a text where a group has no agreements', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const none = { version: 1, text: '', publishedAt: null };
    expect((await read(ben, group)).agreements).toEqual(none);
    await publishAgreements(ada, group.id, OLD);
    expect((await read(ben, group)).agreementsChange).toMatchObject({ consentedText: '' });
  });

  it('never returns to an earlier version', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await makeGroup(ada, [ben]);
    await publishAgreements(ada, group.id, NEW);
    await consent(ben, group.id, 2);
    const at = app.clock.now();
    const memberships = app.get(MembershipsService);
    await app.db.write(() => memberships.consent(ben.accountId, group.id, { version: 1, at }));
    expect((await memberships.activeOf(ben.accountId, group.id))!.agreementsVersion).toBe(2);
  });

  it('stands in the data export', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await makeGroup(ada, [ben]);
    await publishAgreements(ada, group.id, NEW);
    await consent(ben, group.id, 2);
    await setTestPassword(app, ben);
    const answer = await sendJson(ben, '/auth/export', { password: TEST_PASSWORD });
    const { groups } = JSON.parse(await answer.text()) as { groups: object[] };
    expect(groups).toMatchObject([
      { agreements_version: 2, agreements_consented_at: expect.stringMatching(/^20/) },
    ]);
  });
});

describe('an earlier web app that edits the group', () => {
  it('publishes a changed text as a version without a summary, and never an outdated one', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await makeGroup(ada, [ben]);
    const { isListed: _isListed, access: _access, ...texts } = GROUP_INPUT;
    const edit = (agreements: string) => ({ input: { ...texts, groupId: group.id, agreements } });
    await apiAs(ada).ask(EDIT_GROUP, edit(OLD));
    expect((await read(ben, group)).agreementsChange).toBeNull();

    await apiAs(ada).ask(EDIT_GROUP, edit(NEW));
    expect((await read(ben, group)).agreementsChange).toMatchObject({
      ...{ summaries: [], graceEndsAt: await daysAfterPublication(14, ben, group) },
    });

    for (const outdated of [OLD, '', 'Otra cosa.']) {
      await refusal(ada, EDIT_GROUP, edit(outdated)).toMatchObject(CHANGED);
    }
    await apiAs(ada).ask(EDIT_GROUP, edit(NEW));
    const { agreements: _agreements, ...withoutAgreements } = edit(NEW).input;
    await apiAs(ada).ask(EDIT_GROUP, { input: withoutAgreements });
    expect((await read(ben, group)).agreements).toMatchObject({ version: 2, text: NEW });
  });
});

const EDIT_GROUP = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
const CREATE_CHANNEL =
  'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
const RENAME_CHANNEL =
  'mutation ($input: RenameChannelInput!) { renameChannel(input: $input) { id } }';
const ARCHIVE_CHANNEL = 'mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }';
const SHORTEN =
  'mutation ($input: ShortenRetentionInput!) { shortenRetention(input: $input) { id } }';
const REMOVE_MESSAGE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
const MY_MEMBERSHIP = 'query ($slug: String!) { group(slug: $slug) { myMembershipId } }';
