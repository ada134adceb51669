import { EventsService } from '#events/events.service.js';
import { DAY } from '#kernel/clock.js';
import { type Mail, MailService } from '#mail/mail.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { requestIntroduction, makeVisiblePair } from '../../support/factories/introductions.js';
import {
  setNotificationChoice,
  chooseLevelAll,
  mailSteps,
  QUIET_HOURS_AT_NIGHT,
} from '../../support/app/notification-mails.js';
import { factories } from '../../support/factories/factories.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  ownIdIn,
  MARK_CHANNEL_READ,
  waitForInboxJobs,
  postWithMentions,
} from '../../support/messages/mentions.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();
const { mailsTo, strike, due, leave, namedAt } = mailSteps(() => app);

it('a member who wants every message mailed gets no mail about a channel that they left or a member whom they blocked', async () => {
  const { ada, ben, late, id } = await namedAt('2027-03-01T18:00:00Z');
  await chooseLevelAll(ben, id);
  const elsewhere = await makeChannelWithMessage(app);
  await factories.membership(app, { group: elsewhere.group, person: ben });
  await chooseLevelAll(ben, elsewhere.id);
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(1);
  await leave(ben, elsewhere.id);
  await postWithMentions(elsewhere.ada, elsewhere.id, 'Ya no está');
  await insertBlock(app, ben, ada);
  await postWithMentions(ada, id, 'No es para Ben');
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(1);
  await postWithMentions(late, id, 'Para quien quiera');
  app.clock.move(DAY);
  await strike();
  expect(mailsTo(ben)).toHaveLength(2);
});

it('an immediate mail waits for the next morning when earlier mailed messages are still unread', async () => {
  const { ada, ben, id, name } = await namedAt('2027-03-01T18:00:00Z');
  await chooseLevelAll(ben, id);
  app.clock.set(new Date('2027-03-02T13:00:30Z'));
  await strike();
  app.clock.set(new Date('2027-03-02T20:00:00Z'));
  await insertBlock(app, ben, ada);
  await postWithMentions(ada, id, 'No es para Ben');
  app.clock.set(new Date('2027-03-03T13:00:30Z'));
  await name();
  await strike();
  expect(mailsTo(ben)).toHaveLength(1);
});

it('a refused address does not stop the mails to others, and is tried again later', async () => {
  const { ada, ben, late, id } = await namedAt('2027-03-01T18:00:00Z');
  await postWithMentions(ada, id, 'A todo el canal', { mentionsAll: true });
  await waitForInboxJobs(app);
  app.clock.move(DAY);
  const mail = app.get(MailService);
  const send = mail.send.bind(mail);
  // Mails are sent in the order of account ids.
  const [first, second] = ben.accountId < late.accountId ? [ben, late] : [late, ben];
  mail.send = (one: Mail) =>
    one.to === first.email ? Promise.reject(new Error('550')) : send(one);
  await strike();
  expect([mailsTo(first).length, mailsTo(second).length]).toEqual([0, 1]);
  mail.send = send;
  await strike();
  expect([mailsTo(first).length, mailsTo(second).length]).toEqual([1, 1]);
});

it('several jobs due for one account send one mail', async () => {
  const { ben } = await namedAt('2027-03-01T18:00:00Z');
  app.clock.move(DAY);
  const events = app.get(EventsService);
  const { accountId } = ben;
  await app.db.write(async () => {
    for (let count = 0; count < 3; count++) await events.ask('news.digest', { accountId });
  });
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
});

describe('a message that arrives in quiet hours of a member with immediate mails', () => {
  const NIGHTLY = { mails: 'each', ...QUIET_HOURS_AT_NIGHT };
  const morning = async (who: Person) => {
    app.clock.set(new Date('2027-03-02T12:00:00Z'));
    await due(who);
    await strike();
  };

  it('is not mailed if, before the morning, its reader reads it, blocks its author or turns mails off', async () => {
    const gone = {
      read: ({ ben, id }: Here) => apiAs(ben).ask(MARK_CHANNEL_READ, { channelId: id, seq: 99 }),
      blocked: ({ ada, ben }: Here) => insertBlock(app, ben, ada),
      off: ({ ben }: Here) =>
        setNotificationChoice(ben, { ...NIGHTLY, mails: 'off', timeZone: 'America/Lima' }),
      nothing: async () => undefined,
    };
    for (const [how, act] of Object.entries(gone)) {
      const here = await namedAt('2027-03-02T04:30:00Z', NIGHTLY);
      await act(here);
      await morning(here.ben);
      expect([how, mailsTo(here.ben).length]).toEqual([how, how === 'nothing' ? 1 : 0]);
    }
  });

  it('does not suppress the mail about a waiting introduction', async () => {
    app.clock.set(new Date('2027-03-02T04:30:00Z'));
    const { ada, ben, benShown } = await makeVisiblePair(app);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id } = await factories.channel(app, { group });
    await setNotificationChoice(ben, { ...NIGHTLY, timeZone: 'America/Lima' });
    await requestIntroduction(ada, benShown);
    await waitForJobs(app);
    await postWithMentions(ada, id, 'Mira', { mentionIds: [await ownIdIn(ben, id)] });
    await waitForInboxJobs(app);
    await leave(ben, id);
    await morning(ben);
    expect(mailsTo(ben)).toHaveLength(1);
  });
});

type Here = Awaited<ReturnType<typeof namedAt>>;
