import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutiesService } from '#members/duties.service.js';
import { DutyName } from '#members/duty.entity.js';
import { RetentionService } from '#retention/retention.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs } from '../../../support/app/client.js';
import { openSocket, closeAllSockets } from '../../../support/app/sockets.js';
import { waitForJobs } from '../../../support/app/wait-for-jobs.js';
import { mailsTo } from '../../../support/browser/sent-mails.js';
import { makePerson, signInAgain } from '../../../support/factories/make-people.js';
import {
  ASK_SUPPORT,
  askForSupport,
  askSupportInput,
  makeSupporter,
  requesterActions,
  supporterActions,
  SUPPORT_QUEUE,
  withWorkName,
} from '../../../support/factories/support-requests.js';

const app = useApp();
afterEach(closeAllSockets);

const member = () => makePerson(app, 'nayra', 'member');
const askCode = (said: Record<string, unknown> = {}) => ({ input: askSupportInput(said) });

it('a request goes from asking to the closed case, and the requester reads every answer', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  const waiting = (await supporterActions(supporter).queue()).find((one) => one.id === id);
  expect(waiting).toMatchObject({
    kind: 'care',
    isUrgent: false,
    languages: ['language:es'],
    stage: 'waiting',
  });
  expect(String(waiting.number)).toMatch(/^\d{6}$/);
  expect(await supporterActions(supporter).openCode(id)).toBe('NOT_FOUND');
  await supporterActions(supporter).claim(id);
  expect(await supporterActions(supporter).ids()).not.toContain(id);
  expect((await requesterActions(requester).one(id)).stage).toBe('claimed');
  expect(await supporterActions(supporter).open(id)).toMatchObject({
    content: {
      ...{ danger: 'no', name: 'Nayra', goal: 'Proteger las cuentas de la radio.' },
      ...{ tried: 'Cambiamos las claves.', safeWay: 'Por la radio vecinal' },
    },
    viewerCan: expect.arrayContaining(['accept', 'decline', 'linkDuplicate', 'release']),
  });
  await supporterActions(supporter).accept(id, 'Empecemos por el correo.');
  expect(await requesterActions(requester).news()).toBe(1);
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'accepted', supporterName: supporter.workName, reply: 'Empecemos por el correo.' },
    ...{ hasNews: true, closedAt: null },
  });
  await requesterActions(requester).see(id);
  expect(await requesterActions(requester).news()).toBe(0);
  await supporterActions(supporter).close(id, 'Quedó protegido.', { alternatives: 'La red.' });
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'closed', closingWords: 'Quedó protegido.', hasNews: true },
    ...{ alternatives: 'La red.', closedAt: expect.any(String), destroyedAt: expect.any(String) },
  });
  expect(await supporterActions(supporter).openCode(id)).toBe('NOT_FOUND');
});

it('a declined request shows reason class, words and alternatives', async () => {
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'inti', 'applicant');
  const id = await askForSupport(requester);
  await supporterActions(supporter).claimAndOpen(id);
  await supporterActions(supporter).decline(id, { alternatives: 'La red de archivos.' });
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'declined', reason: 'elsewhere', closingWords: 'Otra red sabe más.' },
    ...{ alternatives: 'La red de archivos.', supporterName: null },
  });
  await expect(requesterActions(requester).withdraw(id)).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'support.ended' },
  });
});

it('urgent requests come first; dueAt is after two hours or three working days', async () => {
  const supporter = await makeSupporter(app);
  const calm = await askForSupport(await member());
  const urgent = await askForSupport(await member(), { danger: 'yes' });
  const ids = await supporterActions(supporter).ids();
  expect(ids.indexOf(urgent)).toBeLessThan(ids.indexOf(calm));
  const due = new Map(
    (await supporterActions(supporter).queue()).map((one) => [one.id, Date.parse(one.dueAt)]),
  );
  const now = app.clock.now().getTime();
  expect(Math.abs(due.get(urgent)! - now - 2 * HOUR)).toBeLessThan(MINUTE);
  expect(due.get(calm)! - now).toBeGreaterThan(3 * DAY - MINUTE);
  expect(due.get(calm)! - now).toBeLessThan(6 * DAY);
});

it('the pages of the queue contain every request once, in order', async () => {
  const supporter = await makeSupporter(app);
  for (const danger of ['no', 'yes', 'no', 'unknown'])
    await askForSupport(await member(), { danger });
  const all = await supporterActions(supporter).ids();
  const paged: string[] = [];
  let after: string | null = null;
  do {
    const { supportQueue }: any = await apiAs(supporter).ask(SUPPORT_QUEUE, { first: 2, after });
    paged.push(...supportQueue.items.map((one: { id: string }) => one.id));
    after = supportQueue.nextCursor;
  } while (after);
  expect(paged).toEqual(all);
  for (const cursor of ['x', Buffer.from('[2,"x","y"]').toString('base64url')]) {
    expect(await apiAs(supporter).code(SUPPORT_QUEUE, { after: cursor })).toBe('INVALID');
  }
});

it('one of two simultaneous claims succeeds, the other returns CONFLICT', async () => {
  const [one, two] = [await makeSupporter(app), await makeSupporter(app)];
  const id = await askForSupport(await member());
  const codes = await Promise.all([one, two].map((who) => supporterActions(who).claimCode(id)));
  expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
});

it('a supporter without a work name cannot claim, and two cannot have names that look alike', async () => {
  const unnamed = await makePerson(app, 'apoyo', 'supporter');
  const id = await askForSupport(await member());
  await expect(supporterActions(unnamed).claim(id)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.noWorkName' },
  });
  await makeSupporter(app, 'Teresa N.');
  for (const alike of ['teresa n.', 'TeresaN', 'Téresa\u200b N', 'Ｔeresa-N.']) {
    await expect(makeSupporter(app, alike)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.workNameTaken' },
    });
  }
  await makeSupporter(app, 'Teresa M.');
  const both = [
    await makePerson(app, 'apoyo', 'supporter'),
    await makePerson(app, 'apoyo', 'supporter'),
  ];
  const named = await Promise.allSettled(
    both.map((who, at) => withWorkName(who, ['Rosa Luz', 'rosa-luz'][at]!)),
  );
  expect(named.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('a supporter changes the work name once in 30 days, and the audit shows it', async () => {
  const supporter = await makeSupporter(app, 'Luna');
  await withWorkName(supporter, 'Sol');
  await withWorkName(supporter, 'Sol');
  // Requesters who excluded Luna must not find another person under this name.
  await expect(makeSupporter(app, 'luna')).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.workNameTaken' },
  });
  await expect(withWorkName(supporter, 'Luna')).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.renamedLately' },
  });
  const entries = await app.db.query(
    `select 1 from audit_entry where action = 'rename' and actor_id = $1`,
    [supporter.accountId],
  );
  expect(entries).toHaveLength(1);
  app.clock.move(31 * DAY);
  await withWorkName(await signInAgain(supporter), 'Luna');
});

it('a work name is deleted 30 days after the loss of the duty, and its exclusions still hold', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester, { excludedIds: [supporter.supporterId] });
  const [duty] = await app.get(DutiesService).of(supporter.accountId);
  await app.db.write(() => app.get(DutiesService).take(duty!));
  await waitForJobs(app);
  // A name that vanished at once would reveal whose duty ended.
  const { supportAsking } = await apiAs(requester).ask(
    '{ supportAsking { supporters { id workName } } }',
  );
  const { supporterId, workName } = supporter;
  expect(supportAsking.supporters).toContainEqual({ id: supporterId, workName });
  const names = async () =>
    app.db.query('select work_name from supporter where id = $1', [supporter.supporterId]);
  app.clock.move(29 * DAY);
  await app.get(RetentionService).run('workName');
  expect(await names()).toEqual([{ work_name: supporter.workName }]);
  app.clock.move(2 * DAY);
  await app.get(RetentionService).run('workName');
  expect(await names()).toEqual([{ work_name: null }]);
  const own = await requesterActions(await signInAgain(requester)).one(id);
  expect(own.excluded).toEqual([]);
  await app.get(AccountsService).grantDuty(supporter.accountId, DutyName.support);
  const again = await withWorkName(await signInAgain(supporter), 'Estrella');
  expect(await supporterActions(again).ids()).not.toContain(id);
});

it('a claim that is not renewed ends after half an hour, and the request waits again', async () => {
  const [first, second] = [await makeSupporter(app), await makeSupporter(app)];
  const id = await askForSupport(await member());
  await supporterActions(first).claim(id);
  app.clock.move(20 * MINUTE);
  await supporterActions(first).claim(id);
  app.clock.move(20 * MINUTE);
  const late = await signInAgain(second);
  expect(await supporterActions(late).claimCode(id)).toBe('CONFLICT');
  app.clock.move(11 * MINUTE);
  expect(await supporterActions(late).ids()).toContain(id);
  expect(await supporterActions(await signInAgain(first)).openCode(id)).toBe('NOT_FOUND');
  expect(await supporterActions(late).claimCode(id)).toBe('OK');
});

it('a released case returns to the queue and notifies the requester', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  await requesterActions(requester).see(id);
  await supporterActions(supporter).release(id);
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'waiting', supporterName: null, reply: null, hasNews: true },
    returnedAt: expect.any(String),
  });
  expect(await supporterActions(supporter).ids()).toContain(id);
});

it('a duplicate is linked only to another open request of the same requester', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [id, otherId] = [await askForSupport(requester), await askForSupport(requester)];
  const foreignId = await askForSupport(await member());
  expect(
    await requesterActions(requester)
      .one(foreignId)
      .catch(({ code }) => code),
  ).toBe('NOT_FOUND');
  await supporterActions(supporter).claim(id);
  const { others } = await supporterActions(supporter).open(id);
  expect(others.map((one: { id: string }) => one.id)).toEqual([otherId]);
  await expect(supporterActions(supporter).linkDuplicate(id, 1)).rejects.toMatchObject({
    ...{ code: 'INVALID', fields: { number: 'notTheirs' } },
  });
  await supporterActions(supporter).linkDuplicate(id, others[0].number);
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'duplicate', duplicateOfId: otherId },
  });
});

it('a duplicate passes its urgency on to the request in which it continues', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const calmId = await askForSupport(requester);
  const id = await askForSupport(requester, { danger: 'yes' });
  const { dueAt } = await requesterActions(requester).one(id);
  await supporterActions(supporter).claim(id);
  const { others } = await supporterActions(supporter).open(id);
  await supporterActions(supporter).linkDuplicate(id, others[0].number);
  expect(await requesterActions(requester).one(calmId)).toMatchObject({ isUrgent: true, dueAt });
});

it('an account has at most three open requests, and sending the same one again makes no second', async () => {
  const requester = await member();
  const input = askSupportInput();
  const { askSupport: first } = await apiAs(requester).ask(ASK_SUPPORT, { input });
  const { askSupport: again } = await apiAs(requester).ask(ASK_SUPPORT, { input });
  expect(again.id).toBe(first.id);
  await askForSupport(requester);
  const ids = await Promise.allSettled([askForSupport(requester), askForSupport(requester)]);
  expect(ids.filter(({ status }) => status === 'rejected')).toEqual([
    expect.objectContaining({ reason: expect.objectContaining({ reason: 'support.tooManyOpen' }) }),
  ]);
  await requesterActions(requester).withdraw(first.id);
  expect(await apiAs(requester).code(ASK_SUPPORT, askCode())).toBe('OK');
});

it('a known send key with other answers or exclusions returns CONFLICT', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const input = askSupportInput();
  const id = await askForSupport(requester, input);
  expect(await askForSupport(requester, input)).toBe(id);
  for (const change of [{ goal: 'Otra cosa.' }, { excludedIds: [supporter.supporterId] }]) {
    await expect(askForSupport(requester, { ...input, ...change })).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.sentAlready' },
    });
  }
});

it('a queued copy of a deleted request does not make the request again', async () => {
  const requester = await member();
  const input = askSupportInput();
  await requesterActions(requester).delete(await askForSupport(requester, input));
  await expect(askForSupport(requester, input)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.deleted' },
  });
  expect(await requesterActions(requester).list()).toEqual([]);
  app.clock.move(31 * DAY);
  await app.get(RetentionService).run('deletedSupportRequest');
  const [row] = await app.db.query(
    'select 1 from deleted_support_request where requester_id = $1',
    [requester.accountId],
  );
  expect(row).toBeUndefined();
});

it('a requester changes how to be reached while the request is open, and its supporter reads it', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester, { safeWay: '', times: '' });
  await supporterActions(supporter).take(id);
  const socket = await openSocket(supporter);
  await requesterActions(requester).changeContact(id, 'Por la radio', 'De noche');
  await socket.until('news', (news) => news.subject === 'supportCase' && news.id === id);
  const { content } = await supporterActions(supporter).open(id);
  expect(content).toMatchObject({ safeWay: 'Por la radio', times: 'De noche', name: 'Nayra' });
  // Another device sends only what it changed.
  await requesterActions(requester).changeContact(id, '');
  await requesterActions(requester).changeContact(id, undefined, 'De día');
  const changed = await supporterActions(supporter).open(id);
  expect(changed.content).toMatchObject({ safeWay: null, times: 'De día', name: 'Nayra' });
  await supporterActions(supporter).close(id);
  await expect(requesterActions(requester).changeContact(id, 'Otra')).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'support.ended' },
  });
});

it('changes of the exclusions from two devices add up', async () => {
  const [one, two] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const id = await askForSupport(requester);
  await requesterActions(requester).exclude(id, [one.supporterId]);
  await requesterActions(requester).exclude(id, [two.supporterId]);
  const names = async () =>
    (await requesterActions(requester).one(id)).excluded.map((each: { id: string }) => each.id);
  expect((await names()).toSorted()).toEqual([one.supporterId, two.supporterId].toSorted());
  await requesterActions(requester).exclude(id, [], [one.supporterId, crypto.randomUUID(), 'x']);
  expect(await names()).toEqual([two.supporterId]);
});

it('two requests that two supporters link to each other at once do not both end', async () => {
  const [one, two] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const [a, b] = [await askForSupport(requester), await askForSupport(requester)];
  await supporterActions(one).claimAndOpen(a);
  await supporterActions(two).claimAndOpen(b);
  const numbers = new Map(
    (await requesterActions(requester).list()).map(({ id, number }) => [id, number]),
  );
  await Promise.allSettled([
    supporterActions(one).linkDuplicate(a, numbers.get(b)!),
    supporterActions(two).linkDuplicate(b, numbers.get(a)!),
  ]);
  const stages = (await requesterActions(requester).list()).map(({ stage }) => stage);
  expect(stages.toSorted()).toEqual(['claimed', 'duplicate']);
});

it('a requester who takes a request back or deletes it closes the page of its supporter', async () => {
  const supporter = await makeSupporter(app);
  for (const act of ['withdraw', 'delete'] as const) {
    const requester = await member();
    const id = await askForSupport(requester);
    await supporterActions(supporter).take(id);
    const socket = await openSocket(supporter);
    await requesterActions(requester)[act](id);
    await socket.until('news', (news) => news.subject === 'supportCase' && news.id === id);
    expect(await supporterActions(supporter).openCode(id)).toBe('NOT_FOUND');
  }
});

it('the requester of an ended request is notified after 76 days, and the request is destroyed with a receipt after 90', async () => {
  const requester = await member();
  const id = await askForSupport(requester);
  await requesterActions(requester).withdraw(id);
  app.clock.move(75 * DAY);
  await app.get(SupportJobs).warn();
  expect(await requesterActions(await signInAgain(requester)).news()).toBe(0);
  app.clock.move(2 * DAY);
  await app.get(SupportJobs).warn();
  expect(await requesterActions(await signInAgain(requester)).news()).toBe(1);
  app.clock.move(12 * DAY);
  await app.get(RetentionService).run('case');
  expect(await requesterActions(await signInAgain(requester)).list()).toHaveLength(1);
  app.clock.move(2 * DAY);
  await app.get(RetentionService).run('case');
  const late = await signInAgain(requester);
  expect(await requesterActions(late).list()).toEqual([]);
  const { myDataReceipts } = await apiAs(late).ask('{ myDataReceipts { dataClass } }');
  expect(myDataReceipts).toContainEqual({ dataClass: 'case' });
});

it('mails say only that there is news: to supporters who may take it, and to the requester who got an answer', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester, { goal: 'palabra-secreta' });
  await waitForJobs(app);
  const [toSupporter] = await mailsTo(app, supporter.email);
  expect(toSupporter!.text).not.toMatch(/palabra-secreta|Nayra/);
  await supporterActions(supporter).take(id, 'otra-palabra');
  await waitForJobs(app);
  const [toRequester] = await mailsTo(app, requester.email);
  expect(toRequester!.text).not.toMatch(/otra-palabra|Apoyo/);
});
