import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { conversationOf } from '../../support/messages/conversations.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import {
  CHOOSE_NOTIFICATIONS,
  setNotificationChoice,
  chooseLevelAll,
  mailSteps,
  QUIET_HOURS_AT_NIGHT,
} from '../../support/app/notification-mails.js';
import {
  ownIdIn,
  MARK_CHANNEL_READ,
  waitForInboxJobs,
  postWithMentions,
} from '../../support/messages/mentions.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket } from '../../support/app/sockets.js';
import type { Person } from '../../support/factories/make-people.js';

const CHOICE = '{ notificationChoice { mails quietFrom quietTo timeZone } }';

const app = useApp();
const { mailsTo, strike, due, leave, namedAt } = mailSteps(() => app);

it('notification settings start with the defaults, and invalid values are rejected', async () => {
  const { ada } = await makeChannelWithMessage(app);
  const house = { mails: 'daily', quietFrom: null, quietTo: null, timeZone: null };
  expect((await apiAs(ada).ask(CHOICE)).notificationChoice).toEqual(house);
  const mine = {
    mails: 'each',
    ...QUIET_HOURS_AT_NIGHT,
    timeZone: 'America/Argentina/Buenos_Aires',
  };
  expect(await setNotificationChoice(ada, mine)).toEqual(mine);
  expect((await apiAs(ada).ask(CHOICE)).notificationChoice).toEqual(mine);
  for (const wrong of [
    { quietFrom: 60 },
    { quietTo: 60 },
    { quietFrom: 60, quietTo: 60 },
    { quietFrom: -1, quietTo: 60 },
    { quietFrom: 1440, quietTo: 60 },
    { timeZone: 'Macondo/Centro' },
    { timeZone: '-05:00' },
    { timeZone: "America/Lima'; drop table account; --" },
  ])
    expect(
      await apiAs(ada).code(CHOOSE_NOTIFICATIONS, { input: { mails: 'daily', ...wrong } }),
    ).toBe('INVALID');
  expect((await apiAs(ada).ask(CHOICE)).notificationChoice).toEqual(mine);
});

it("the daily digest is sent at eight in the member's time zone, once for the same messages", async () => {
  const { ben, id, name } = await namedAt('2027-03-01T18:00:00Z'); // 13:00 in Lima
  await strike();
  expect(mailsTo(ben)).toEqual([]);
  app.clock.set(new Date('2027-03-02T12:59:00Z'));
  await strike();
  expect(mailsTo(ben)).toEqual([]);
  app.clock.set(new Date('2027-03-02T13:00:30Z'));
  await strike();
  await strike();
  const [mail, ...more] = mailsTo(ben);
  expect(more).toEqual([]);
  // The random characters of the id can contain any short word.
  const words = mail!.source.replace(ben.email, '').replace(/^Message-ID: .*$/im, '');
  for (const secret of ['Secret', 'ada', id, 'Canal']) expect(words).not.toContain(secret);
  expect(mail!.text).toContain('/app/me/notifications');
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(1);
  await name();
  await name();
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(2);
});

it('the digest omits messages that were read or whose channel was left or muted, and is not sent if mails are off', async () => {
  const gone = {
    read: async (ben: Person, id: string) =>
      void (await apiAs(ben).ask(MARK_CHANNEL_READ, { channelId: id, seq: 99 })),
    left: leave,
    quieted: async (ben: Person, id: string) =>
      void (await apiAs(ben).ask(
        'mutation ($id: ID!) { chooseLevel(input: { channelId: $id, level: none }) { id } }',
        { id },
      )),
    off: async (ben: Person) => void (await setNotificationChoice(ben, { mails: 'off' })),
    nothing: async () => undefined,
  };
  for (const [how, act] of Object.entries(gone)) {
    const { ben, id } = await namedAt('2027-03-01T18:00:00Z');
    await act(ben, id);
    app.clock.move(DAY);
    await strike();
    expect([how, mailsTo(ben).length]).toEqual([how, how === 'nothing' ? 1 : 0]);
  }
});

it('no mail is sent in quiet hours, and one mail follows afterwards', async () => {
  const { ada, ben, id } = await namedAt('2027-03-02T04:30:00Z', {
    mails: 'each',
    ...QUIET_HOURS_AT_NIGHT,
  }); // 23:30
  const ear = await openSocket(ben);
  for (const body of ['uno', 'dos'])
    await postWithMentions(ada, id, body, { mentionIds: [await ownIdIn(ben, id)] });
  await waitForInboxJobs(app);
  expect(ear.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
  for (const at of ['2027-03-02T05:00:00Z', '2027-03-02T11:59:00Z']) {
    app.clock.set(new Date(at));
    await due(ben);
    await strike();
    expect(mailsTo(ben)).toEqual([]);
  }
  app.clock.set(new Date('2027-03-02T12:00:00Z')); // 07:00
  await due(ben);
  await strike();
  expect(mailsTo(ben)).toHaveLength(1);
  ear.socket.disconnect();
});

it.each([
  // Santiago sets its clock back on 4 April 2027 at midnight: 23:00 comes twice.
  ['back', '2027-04-04T02:30:00Z', '2027-04-04T10:59:00Z', '2027-04-04T11:00:00Z'],
  // Santiago sets its clock forward on 5 September: that night is one hour shorter.
  ['forward', '2027-09-05T02:30:00Z', '2027-09-05T09:59:00Z', '2027-09-05T10:00:00Z'],
])(
  'quiet hours follow local time on the night when the clock moves %s',
  async (_way, named, last, first) => {
    const zone = { mails: 'each', ...QUIET_HOURS_AT_NIGHT, timeZone: 'America/Santiago' };
    const { ben } = await namedAt(named, zone);
    app.clock.set(new Date(last));
    await due(ben);
    await strike();
    expect(mailsTo(ben)).toEqual([]);
    app.clock.set(new Date(first));
    await due(ben);
    await strike();
    expect(mailsTo(ben)).toHaveLength(1);
  },
);

it('quiet hours also delay mails about requests, and drop mails about requests that may no longer be read', async () => {
  app.clock.set(new Date('2027-03-02T04:30:00Z'));
  const { ada, ben, benShown, eve } = await makeVisiblePair(app);
  await makeVisibleProfile(eve);
  await setNotificationChoice(ben, { ...QUIET_HOURS_AT_NIGHT, timeZone: 'America/Lima' });
  const { id } = await requestIntroduction(ada, benShown);
  await waitForJobs(app);
  expect(mailsTo(ben)).toEqual([]);
  await apiAs(ada).ask(answerDocument('withdraw'), { id });
  app.clock.set(new Date('2027-03-02T12:00:00Z'));
  await due(ben);
  expect(mailsTo(ben)).toEqual([]);
  await requestIntroduction(eve, benShown);
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
});

it('the digest includes every message of a conversation, and of a group channel only at level all', async () => {
  app.clock.set(new Date('2027-03-01T18:00:00Z'));
  const { ada, ben, benShown } = await makeVisiblePair(app);
  const { id } = await requestIntroduction(ada, benShown);
  await apiAs(ben).ask(answerDocument('accept'), { id });
  await waitForJobs(app);
  const before = mailsTo(ben).length;
  app.clock.move(7 * HOUR);
  await postWithMentions(ada, await conversationOf(ada), 'Hola');
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(before + 1);
  const { ada: ste, ben: bea, late, id: channelId } = await makeChannelWithMessage(app);
  await chooseLevelAll(bea, channelId);
  await postWithMentions(ste, channelId, 'Para nadie en especial');
  app.clock.move(DAY + MINUTE);
  await strike();
  expect([mailsTo(bea).length, mailsTo(late).length]).toEqual([1, 0]);
});
