import { Instance } from '#settings/instance.entity.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { contentOfFiles, dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { recordWriteAheadLog } from '../../support/servers/write-ahead-log.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { allowAskingWithoutAccount, askAsGuest } from '../../support/factories/support/guests.js';
import { makePerson } from '../../support/factories/make-people.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { threadActions, threadsOf } from '../../support/messages/case-threads.js';
import { helperActions } from '../../support/factories/support/case-helpers.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();

const canary = (name: string) => `canario-${name}-${crypto.randomUUID().slice(0, 8)}`;
const texts = {
  ...{ goal: canary('goal'), tried: canary('tried'), name: canary('name') },
  ...{ safeWay: canary('way'), times: canary('times') },
};
const [reply, closing, words, alternatives] = [
  ...[canary('reply'), canary('closing'), canary('words'), canary('alternatives')],
] as const;
const [message, edited, note] = [canary('message'), canary('edited'), canary('note')] as const;
const earlier = canary('earlier');
const [helper, help] = [canary('helper'), canary('help')] as const;
const task = canary('task');
const [link, host] = [canary('link'), `${canary('host')}.example`] as const;
const ALL = [...Object.values(texts), reply, closing, words, alternatives];

it('no row, job, mail, file or write-ahead log contains a text of a case in clear', async () => {
  const log = await recordWriteAheadLog(app);
  const [first, supporter] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await makePerson(app, 'nayra', 'member');
  const [accepted, declined] = [
    await askForSupport(requester, texts),
    await askForSupport(requester, texts),
  ];
  await supporterActions(first).take(accepted, earlier);
  await supporterActions(first).release(accepted);
  await supporterActions(supporter).take(accepted, reply);
  const { requesterId } = await threadsOf(app, accepted);
  const { id } = await threadActions(supporter).post(requesterId, message);
  await apiAs(requester).ask(REPORT_SUBJECT, {
    input: { subject: 'Message', subjectId: id, reason: 'other', note },
  });
  await threadActions(supporter).edit(id, edited);
  const ema = await makePerson(app, 'ema', 'member');
  const { personId } = await makeVisibleProfile(ema);
  await helperActions(supporter).ask(accepted, personId);
  await helperActions(ema).agree(accepted, helper);
  const [{ id: helperId }] = await helperActions(supporter).list(accepted);
  await helperActions(supporter).describe({ requestId: accepted, helperId }, help);
  const ofHelper = [helper, help];
  const consents = JSON.stringify(await helperActions(requester).consents(accepted));
  expect(textsInDump(consents, ofHelper)).toEqual(ofHelper);
  await taskActions(supporter).add(accepted, task, { supporterId: supporter.supporterId });
  const tasks = JSON.stringify(await taskActions(supporter).list(accepted));
  expect(textsInDump(tasks, [task])).toEqual([task]);
  await linkActions(requester).add(accepted, link, `https://${host}/`);
  const links = JSON.stringify(await linkActions(supporter).list(accepted));
  expect(textsInDump(links, [link, host])).toEqual([link, host]);
  await supporterActions(supporter).close(accepted, closing);
  await supporterActions(supporter).claimAndOpen(declined);
  await supporterActions(supporter).decline(declined, { words, alternatives });
  await waitForJobs(app);
  const written = [...ALL, ...ofHelper, message, edited, note, task, link, host, earlier];
  expect(textsInDump(await log.read(), written)).toEqual([]);
  expect(textsInDump(await dumpDatabase(app), written)).toEqual([]);
  expect(textsInDump(contentOfFiles(app.dataDir), written)).toEqual([]);
  expect(textsInDump(JSON.stringify(sentMails(app)), written)).toEqual([]);
  const shown = JSON.stringify(await requesterActions(requester).list());
  expect(textsInDump(shown, [...ALL, earlier])).toEqual(ALL);
  const exported = await app.get(DataExportService).read(requester.accountId);
  expect(JSON.stringify(exported)).not.toContain(task);
  const own = [...ALL, ...ofHelper, link, host, earlier];
  expect(textsInDump(JSON.stringify(exported), own)).toEqual(own);
});

it('no row, job, mail or file contains a text, a message or a phrase of a case of a guest in clear', async () => {
  await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  await allowAskingWithoutAccount(app);
  const supporter = await makeSupporter(app);
  const guest = await askAsGuest(app, texts);
  await supporterActions(supporter).take(guest.requestId, reply);
  const messages = [canary('message'), canary('answer')];
  const { requesterId: threadId } = await threadsOf(app, guest.requestId);
  await threadActions(guest).post(threadId, messages[0]!);
  await threadActions(supporter).post(threadId, messages[1]!);
  await supporterActions(supporter).close(guest.requestId, closing);
  await waitForJobs(app);
  const secrets = [...Object.values(texts), reply, closing, ...messages, guest.words.join(' ')];
  expect(textsInDump(await dumpDatabase(app), secrets)).toEqual([]);
  expect(textsInDump(contentOfFiles(app.dataDir), secrets)).toEqual([]);
  expect(textsInDump(JSON.stringify(sentMails(app)), secrets)).toEqual([]);
  const shown = JSON.stringify([
    await requesterActions(guest).list(),
    await threadActions(guest).bodies(threadId),
  ]);
  expect(textsInDump(shown, [...Object.values(texts), reply, closing, ...messages])).toHaveLength(
    9,
  );
});

it('boxes of a case are bound to its row and column', async () => {
  const requester = await makePerson(app, 'nayra', 'member');
  const [one, other] = [await askForSupport(requester), await askForSupport(requester)];
  await app.db.query(
    `update support_request r set key = o.key, content = o.content from support_request o
     where r.id = $1 and o.id = $2`,
    [one, other],
  );
  // Without the client that prints the cause of an INTERNAL response, which is intended here.
  const answer = await apiAs(requester).raw(
    `{ supportRequest(id: "${one}") { content { goal } } }`,
  );
  const { errors } = (await answer.json()) as { errors: { extensions: unknown }[] };
  expect(errors[0]!.extensions).toMatchObject({ code: 'INTERNAL' });
});

it('deleting a request or its account destroys the key', async () => {
  await makeSupporter(app);
  const requester = await makePerson(app, 'nayra', 'member');
  const [one, other] = [await askForSupport(requester), await askForSupport(requester)];
  await requesterActions(requester).delete(one);
  const rows = () =>
    app.db.query<{ id: string }>('select id from support_request where requester_id = $1', [
      requester.accountId,
    ]);
  expect((await rows()).map(({ id }) => id)).toEqual([other]);
  await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
  expect(await rows()).toEqual([]);
});
