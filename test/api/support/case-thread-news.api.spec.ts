import { DAY } from '#kernel/clock.js';
import { CaseSilenceService } from '#support/requests/continuation/case-silence.service.js';
import { ThreadNews } from '#support/threads/thread-news.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInAgain } from '../../support/factories/make-people.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import { joinSide } from '../../support/factories/support/case-partners.js';
import { joinSupporter } from '../../support/factories/support/case-team.js';
import { requesterActions, supporterActions } from '../../support/factories/support-requests.js';
import { makeCase, threadActions, THREAD_OPERATIONS } from '../../support/messages/case-threads.js';

const app = useApp();
afterEach(closeAllSockets);

/** Runs the job of every minute, once the messages are old enough. */
async function readThreads() {
  app.clock.move(60_000);
  await app.get(ThreadNews).readWhatIsBehind();
  await waitForJobs(app);
}

it('a message of the supporter is news for the requester until they read it', async () => {
  const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
  const asks = requesterActions(requester);
  await asks.see(requestId);
  await threadActions(supporter).post(internalId, 'Nota');
  await readThreads();
  expect(await asks.news()).toBe(0);
  const { seq } = await threadActions(supporter).post(requesterId, 'Hola');
  await readThreads();
  expect(await asks.news()).toBe(1);
  await asks.see(requestId);
  await threadActions(requester).markRead(requesterId, seq);
  await readThreads();
  expect(await asks.news()).toBe(0);
});

it('the other supporters learn of a message in the internal thread, and the requester does not', async () => {
  const made = await makeCase(app);
  const joined = await joinSupporter(app, made);
  const asks = requesterActions(made.requester);
  await asks.see(made.requestId);
  await waitForJobs(app);
  const socket = await openSocket(joined);
  await threadActions(made.supporter).post(made.internalId, 'Nota');
  await readThreads();
  const { requestId } = made;
  await socket.until('news', (news) => news.subject === 'supportCase' && news.id === requestId);
  expect(await asks.news()).toBe(0);
});

it('a change of a task is a notice about the tasks of the case, which opens no content', async () => {
  const made = await makeCase(app);
  const joined = await joinSupporter(app, made);
  const { requestId } = made;
  await waitForJobs(app);
  const socket = await openSocket(joined);
  await taskActions(made.supporter).add(requestId);
  await waitForJobs(app);
  await socket.until('news', (news) => news.subject === 'caseTasks' && news.id === requestId);
  expect(JSON.stringify(socket.frames)).not.toContain('supportCase');
});

it('a new link is news for the others of a case, and its removal only loads the links of open pages again', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requestId } = made;
  const [joined, partner] = [await joinSupporter(app, made), await joinSide(app, made)];
  const asks = requesterActions(requester);
  await asks.see(requestId);
  await waitForJobs(app);
  const sockets = {
    supporter: await openSocket(supporter),
    joined: await openSocket(joined),
    partner: await openSocket(partner),
  };
  const linkId = await linkActions(supporter).add(requestId);
  await waitForJobs(app);
  const isOf = (subject: string) => (news: { subject: string; id: string }) =>
    news.subject === subject && news.id === requestId;
  await sockets.joined.until('news', isOf('supportCase'));
  await sockets.partner.until('news', isOf('supportRequest'));
  await sockets.supporter.until('news', isOf('caseLinks'));
  expect(JSON.stringify(sockets.supporter.frames)).not.toContain('supportCase');
  expect(await asks.news()).toBe(1);
  await asks.see(requestId);
  const later = await openSocket(joined);
  await linkActions(requester).remove({ requestId, linkId });
  await waitForJobs(app);
  await later.until('news', isOf('caseLinks'));
  expect(JSON.stringify(later.frames)).not.toContain('supportCase');
  expect(await asks.news()).toBe(0);
});

it('reading a thread or the links is an opening of the case, once in 24 hours', async () => {
  const { requester, supporter, requestId, requesterId } = await makeCase(app);
  const asks = requesterActions(requester);
  const before = (await asks.openings(requestId)).length;
  await threadActions(supporter).read(requesterId);
  expect(await asks.openings(requestId)).toHaveLength(before);
  app.clock.move(DAY + 1);
  const later = await signInAgain(supporter);
  await threadActions(later).read(requesterId);
  await threadActions(later).read(requesterId);
  const openings = await requesterActions(await signInAgain(requester)).openings(requestId);
  expect(openings).toHaveLength(before + 1);
  expect(openings[0]).toMatchObject({ reason: 'work', supporterName: supporter.workName });
  // So is reading the answer to the request, which stands before the messages.
  app.clock.move(DAY + 1);
  await threadActions(await signInAgain(supporter)).answers(requesterId);
  const next = requesterActions(await signInAgain(requester));
  expect(await next.openings(requestId)).toHaveLength(before + 2);
  app.clock.move(DAY + 1);
  const [asker, reader] = [await signInAgain(requester), await signInAgain(supporter)];
  await linkActions(asker).list(requestId);
  expect(await requesterActions(asker).openings(requestId)).toHaveLength(before + 2);
  await linkActions(reader).list(requestId);
  await linkActions(reader).list(requestId);
  expect(await requesterActions(asker).openings(requestId)).toHaveLength(before + 3);
});

it('a supporter who reads the thread of a reopened case has not opened its content', async () => {
  const { requester, supporter, requestId, requesterId } = await makeCase(app);
  await supporterActions(supporter).close(requestId);
  app.clock.move(60_000);
  await requesterActions(requester).reopen(requestId);
  const isOpened = async () => (await supporterActions(supporter).mine())[0]!.isOpened;
  const openings = async () => (await requesterActions(requester).openings(requestId)).length;
  const before = await openings();
  await threadActions(supporter).read(requesterId);
  expect([await isOpened(), await openings()]).toEqual([false, before + 1]);
  await supporterActions(supporter).open(requestId);
  expect(await isOpened()).toBe(true);
});

it('a thread that cannot be read for news does not keep back the others', async () => {
  const [broken, sound] = [await makeCase(app), await makeCase(app)];
  for (const { requester, requestId } of [broken, sound])
    await requesterActions(requester).see(requestId);
  const silence = app.get(CaseSilenceService);
  const markActive = silence.markActive.bind(silence);
  silence.markActive = async (request) => {
    if (request.id === broken.requestId) throw new Error('intended');
    await markActive(request);
  };
  for (const { supporter, requesterId } of [broken, sound])
    await threadActions(supporter).post(requesterId, 'Hola');
  await readThreads();
  expect(await requesterActions(sound.requester).news()).toBe(1);
  silence.markActive = markActive;
  await readThreads();
  expect(await requesterActions(broken.requester).news()).toBe(1);
});

it.each(['message', 'earlierTexts', 'watch', 'markRead'] as const)(
  'a supporter who reads by %s opens the case, too',
  async (how) => {
    const { requester, requestId, requesterId, supporter } = await makeCase(app);
    const { id, seq } = await threadActions(requester).post(requesterId, 'Hola');
    app.clock.move(DAY + 1);
    const later = await signInAgain(supporter);
    const read = {
      message: () => apiAs(later).ask(THREAD_OPERATIONS.message, { id }),
      earlierTexts: () => apiAs(later).ask(THREAD_OPERATIONS.earlier, { id }),
      watch: async () => (await openSocket(later)).emit('watch', { channel: requesterId }),
      markRead: () => threadActions(later).markRead(requesterId, seq),
    };
    const again = await signInAgain(requester);
    const openings = async () => (await requesterActions(again).openings(requestId)).length;
    const before = await openings();
    await read[how]();
    await read[how]();
    expect(await openings()).toBe(before + 1);
    expect(await threadActions(later).readCode(requesterId)).toBe('OK');
  },
);

it('a message of either side keeps a case from counting as silent', async () => {
  const { requester, supporter, requestId, requesterId } = await makeCase(app);
  app.clock.move(80 * DAY);
  await threadActions(await signInAgain(requester)).post(requesterId, 'Sigo aquí');
  await readThreads();
  app.clock.move(20 * DAY);
  await app.get(CaseSilenceService).run();
  const again = await signInAgain(supporter);
  const silenceEndsAt = async () =>
    (await supporterActions(again).mine()).find(({ id }) => id === requestId)!.silenceEndsAt;
  expect(await silenceEndsAt()).toBeNull();
  app.clock.move(80 * DAY);
  await app.get(CaseSilenceService).run();
  const last = await signInAgain(supporter);
  const [mine] = (await supporterActions(last).mine()).filter(({ id }) => id === requestId);
  expect(mine!.silenceEndsAt).not.toBeNull();
});
