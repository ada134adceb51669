import { MailDigestsService } from '#notifications/mail-digests.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { TestApp } from './app.js';
import { apiAs } from './client.js';
import { ownIdIn, waitForInboxJobs, postWithMentions } from '../messages/mentions.js';
import { makeChannelWithMessage } from '../messages/message-documents.js';
import { sentMails } from '../browser/sent-mails.js';
import { waitForJobs } from './wait-for-jobs.js';
import type { Person } from '../factories/make-people.js';

export const CHOOSE_NOTIFICATIONS = `mutation ($input: ChooseNotificationsInput!) {
  chooseNotifications(input: $input) { mails quietFrom quietTo timeZone } }`;
export const QUIET_HOURS_AT_NIGHT = { quietFrom: 22 * 60, quietTo: 7 * 60 };

export const setNotificationChoice = async (who: Person, input: object) =>
  (await apiAs(who).ask(CHOOSE_NOTIFICATIONS, { input: { mails: 'daily', ...input } }))
    .chooseNotifications;
export const chooseLevelAll = (who: Person, id: string) =>
  apiAs(who).ask(
    'mutation ($id: ID!) { chooseLevel(input: { channelId: $id, level: all }) { id } }',
    {
      id,
    },
  );

/**
 * Sends the mails that are due, then lets the next news mail of an account, or of all accounts, leave at once: none was
 * sent shortly before, and none is queued for later, which the next one would only join.
 */
export async function forgetNewsMails(app: TestApp, accountId?: string): Promise<void> {
  await waitForInboxJobs(app);
  await app.db.query('delete from news_mail where $1::uuid is null or account_id = $1', [
    accountId ?? null,
  ]);
  const queued =
    'select graphile_worker.remove_job(key) from graphile_worker.jobs where key like any($1)';
  await app.db.query(queued, [['notice', 'urgent'].map((kind) => `${kind}:${accountId ?? '%'}`)]);
}

/** Mentions a person who has chosen to get mails about all messages. */
export async function mentionByMail(by: Person, who: Person, channelId: string, body: string) {
  await apiAs(who).ask('mutation { chooseNotifications(input: { mails: each }) { mails } }');
  await postWithMentions(by, channelId, body, { mentionIds: [await ownIdIn(who, channelId)] });
}

/** Steps that several tests about mails and their schedule use. */
export const mailSteps = (app: () => TestApp) => ({
  mailsTo: ({ email }: Person) => sentMails(app()).filter(({ to }) => to === email),

  /** Runs the digest job, which the product schedules every quarter of an hour, and waits for its mails. */
  async strike(): Promise<void> {
    await app().get(MailDigestsService).askForThoseDue();
    await waitForJobs(app());
  },

  /** Runs the account's delayed mail job now. The queue uses PostgreSQL's clock, which tests cannot move. */
  async due({ accountId }: Person): Promise<void> {
    const sql = `update graphile_worker._private_jobs set run_at = now() where key = $1`;
    await app().db.query(sql, [`notice:${accountId}`]);
    await waitForJobs(app());
  },

  /** Ends the person's membership in the group of a channel. */
  async leave({ accountId }: Person, channelId: string): Promise<void> {
    const sql = 'select group_id from channel where id = $1';
    const [channel] = await app().db.query<{ group_id: string }>(sql, [channelId]);
    const memberships = app().get(MembershipsService);
    const own = (await memberships.activeOf(accountId, channel!.group_id))!;
    await app().db.write(() => memberships.end(own));
  },

  /** Sets the clock and mentions Ben, whose time zone is Lima. Returns a function `name` that mentions him again. */
  async namedAt(at: string, choice: object = {}) {
    app().clock.set(new Date(at));
    const here = await makeChannelWithMessage(app());
    const { ada, ben, id } = here;
    await setNotificationChoice(ben, { timeZone: 'America/Lima', ...choice });
    const name = async () => {
      await postWithMentions(ada, id, 'Secretísimo', { mentionIds: [await ownIdIn(ben, id)] });
      await waitForInboxJobs(app());
    };
    await name();
    return { ...here, name };
  },
});
