import { MINUTE } from '#kernel/clock.js';
import { Instance } from '#settings/instance.entity.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { textsInDump } from '../../support/app/database-dump.js';
import { storedTexts, useLogRecorder } from '../../support/servers/stored-texts.js';
import { recordWriteAheadLog } from '../../support/servers/write-ahead-log.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeGuestCase, openByPhrase } from '../../support/factories/support/guests.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { threadActions, threadsOf } from '../../support/messages/case-threads.js';
import { callActions, setHours } from '../../support/factories/support/calls.js';
import { helperActions, openHelperThread } from '../../support/factories/support/case-helpers.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import { partnerActions } from '../../support/factories/support/case-partners.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp({ LOG_LEVEL: 'trace' });
const logs = useLogRecorder();
afterEach(() => app.clock.set(new Date()));

const canary = (name: string) => `canario-${name}-${crypto.randomUUID().slice(0, 8)}`;
const texts = {
  ...{ goal: canary('goal'), tried: canary('tried'), name: canary('name') },
  ...{ safeWay: canary('way'), times: canary('times') },
  beneficiaryNote: canary('beneficiary'),
};
const [reply, closing, words, alternatives] = [
  ...[canary('reply'), canary('closing'), canary('words'), canary('alternatives')],
] as const;
const [message, edited, note] = [canary('message'), canary('edited'), canary('note')] as const;
const earlier = canary('earlier');
const [question, answered] = [canary('question'), canary('answered')] as const;
const [helper, help] = [canary('helper'), canary('help')] as const;
const [reason, outside] = [canary('reason'), canary('outside')] as const;
const partner = canary('partner');
const [task, lookAlso] = [canary('task'), canary('lookAlso')] as const;
const [link, host] = [canary('link'), `${canary('host')}.example`] as const;
const ALL = [...Object.values(texts), reply, closing, words, alternatives, lookAlso];

it('no row, job, mail, log, file or write-ahead log contains a text of a case in clear', async () => {
  const log = await recordWriteAheadLog(app);
  const [first, supporter] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await makePerson(app, 'nayra', 'member');
  const [accepted, declined] = [
    await askForSupport(requester, texts),
    await askForSupport(requester, texts),
  ];
  await supporterActions(first).claimAndOpen(accepted);
  await supporterActions(first).ask(accepted, question);
  await requesterActions(requester).answer(accepted, answered);
  await supporterActions(first).open(accepted);
  await supporterActions(first).accept(accepted, earlier);
  await supporterActions(first).release(accepted);
  await supporterActions(supporter).take(accepted, reply);
  const { requesterId } = await threadsOf(app, accepted);
  const { id } = await threadActions(supporter).post(requesterId, message);
  await apiAs(requester).ask(REPORT_SUBJECT, {
    input: { subject: 'Message', subjectId: id, reason: 'other', note },
  });
  await threadActions(supporter).edit(id, edited);
  const ofHelper = await writeWithHelper({ requester, supporter, requestId: accepted });
  await addPartner(requester, accepted);
  await taskActions(supporter).add(accepted, task, { supporterId: supporter.supporterId });
  const tasks = JSON.stringify(await taskActions(supporter).list(accepted));
  expect(textsInDump(tasks, [task])).toEqual([task]);
  await linkActions(requester).add(accepted, link, `https://${host}/`);
  const links = JSON.stringify(await linkActions(supporter).list(accepted));
  expect(textsInDump(links, [link, host])).toEqual([link, host]);
  await supporterActions(supporter).close(accepted, closing, { alternatives: lookAlso });
  await supporterActions(supporter).claimAndOpen(declined);
  await supporterActions(supporter).decline(declined, { words, alternatives });
  await waitForJobs(app);
  const written = [...ALL, ...ofHelper, message, edited, note, task, link, host, earlier];
  written.push(question, answered, reason, outside, partner);
  await expectNowhere(written, await log.read());
  const shown = JSON.stringify(await requesterActions(requester).list());
  const seen = [...ALL, question, answered];
  expect(textsInDump(shown, [...seen, earlier])).toEqual(seen);
  const exported = await app.get(DataExportService).read(requester.accountId);
  expect(textsInDump(JSON.stringify(exported), [task, reason, outside])).toEqual([]);
  const own = [...ALL, ...ofHelper, link, host, earlier, question, answered];
  expect(textsInDump(JSON.stringify(exported), own)).toEqual(own);
});

/** Asks a member, who agrees to help and writes in the thread outside. Returns the texts to which the requester agreed. */
async function writeWithHelper(made: CaseOfTest): Promise<string[]> {
  const { requester, supporter, requestId } = made;
  const ema = await makePerson(app, 'ema', 'member');
  const { personId } = await makeVisibleProfile(ema);
  await helperActions(supporter).ask(requestId, personId);
  await helperActions(ema).agree(requestId, helper);
  const [{ id: helperId }] = await helperActions(supporter).list(requestId);
  const of = { requestId, helperId };
  const { channelId, approver } = await openHelperThread(app, made, { of, text: help, reason });
  await threadActions(ema).post(channelId, outside);
  expect(await threadActions(supporter).bodies(channelId)).toEqual([outside]);
  const act = await app.db.query<{ id: string }>('select id from two_person_act');
  expect(JSON.stringify(await helperActions(approver).act(act[0]!.id))).toContain(help);
  const consents = JSON.stringify(await helperActions(requester).consents(requestId));
  expect(textsInDump(consents, [helper, help])).toEqual([helper, help]);
  return [helper, help];
}
interface CaseOfTest {
  readonly requester: Person;
  readonly supporter: Person;
  readonly requestId: string;
}

/** Adds a member to the partner side, under a name of the case. */
async function addPartner(requester: Person, requestId: string): Promise<void> {
  const ona = await makePerson(app, 'ona', 'member');
  const { personId } = await makeVisibleProfile(ona);
  await partnerActions(requester).invite(requestId, personId);
  await partnerActions(ona).accept(requestId, partner);
  expect(await partnerActions(requester).list(requestId)).toMatchObject([{ chosenName: partner }]);
}

/** Expects that the instance stores, sends and logs none of the texts in clear. The request line proves that the log was recorded. */
async function expectNowhere(secrets: readonly string[], writeAheadLog: string): Promise<void> {
  expect(logs.text()).toContain('"path":"/graphql"');
  expect(textsInDump(await storedTexts(app, logs), secrets)).toEqual([]);
  expect(textsInDump(writeAheadLog, secrets)).toEqual([]);
}

it('no row, job, mail, log, file or write-ahead log contains a text, a message, a call or a phrase of a guest in clear', async () => {
  const log = await recordWriteAheadLog(app);
  await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  const { guest, supporter, requesterId: threadId } = await makeGuestCase(app, texts);
  const messages = [canary('message'), canary('answer')] as const;
  await threadActions(guest).post(threadId, messages[0]);
  await threadActions(supporter).post(threadId, messages[1]);
  const { requestId } = guest;
  await setHours(supporter);
  const { book, times } = callActions(guest, requestId);
  const { startsAt } = await book((await times())[0]!);
  const [call, outcome] = [`https://${canary('host')}.example/`, canary('outcome')] as const;
  await callActions(supporter, requestId).setLink(call);
  app.clock.set(new Date(Date.parse(startsAt) + MINUTE));
  const back = await openByPhrase(app, guest.words.join(' '));
  expect(await callActions(back, requestId).one()).toMatchObject({ link: call });
  const later = await signInAgain(supporter);
  await callActions(later, requestId).recordOutcome('lightTouch', { words: outcome });
  await supporterActions(later).close(requestId, closing);
  await waitForJobs(app);
  const shown = [...Object.values(texts), ...messages, outcome, closing];
  await expectNowhere([...shown, call, guest.words.join(' ')], await log.read());
  const read = JSON.stringify([
    await requesterActions(back).list(),
    await threadActions(back).bodies(threadId),
  ]);
  expect(textsInDump(read, shown)).toEqual(shown);
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
