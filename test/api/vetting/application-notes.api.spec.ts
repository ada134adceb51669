import { AlliancesService } from '#members/relationships/alliances.service.js';
import { type TestApp, useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  appealDecline,
  makeApplicant,
  DECLINING_DECISION,
  DECLINING_REVIEW,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();
let [mo1, mo2, mo3, mo4, mo5] = [] as Person[];
beforeAll(async () => {
  [mo1, mo2, mo3] = await makeReviewers(app);
  [mo4, mo5] = [
    await makePerson(app, 'mo4', 'moderator'),
    await makePerson(app, 'mo5', 'moderator'),
  ];
});
afterEach(closeAllSockets);

const NOTE = 'mutation ($input: NoteInput!) { noteApplication(input: $input) { id } }';
const codeOf = (who: Person | { app: TestApp }, applicationId: string, body = 'Hola.') =>
  apiAs(who).code(NOTE, { input: { applicationId, body } });
const stateAt = async (who: Person, id: string) =>
  (await reviewerActions(who).queue()).find((item) => item.id === id);

it('notes on an application are visible only to reviewers who have written their own review', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  await reviewerActions(mo1!).read(id);
  await reviewerActions(mo1!).note(id, 'Canario de una nota.');
  await reviewerActions(mo2!).claim(id);
  expect(await codeOf(mo2!, id)).toBe('FORBIDDEN');
  expect(await stateAt(mo2!, id)).toMatchObject({ notes: 0 });
  const before = await (await reviewerActions(mo2!).openRaw(id)).text();
  expect(before).not.toContain('Canario');
  await reviewerActions(mo2!).review(id, DECLINING_REVIEW);
  expect((await reviewerActions(mo2!).open(id)).notes).toEqual([
    { body: 'Canario de una nota.', isMine: false },
  ]);
  expect((await reviewerActions(mo1!).open(id)).notes).toEqual([
    { body: 'Canario de una nota.', isMine: true },
  ]);
  expect(await stateAt(mo2!, id)).toMatchObject({ notes: 1 });
  for (const who of [mo3!, await makePerson(app, 'ana', 'member')]) {
    expect(await codeOf(who, id)).toBe('NOT_FOUND');
  }
  expect(await codeOf({ app }, id)).toBe('UNAUTHENTICATED');
  expect(await codeOf(mo2!, id, ' ')).toBe('INVALID');
  expect(await codeOf(mo2!, id, 'x'.repeat(10_000))).toBe('INVALID');
  expect(JSON.stringify(await nayra.own())).not.toContain('Canario');
  const acts = await apiAs(nayra).ask('{ actsAboutMe { items { action } } }');
  expect(acts.actsAboutMe.items).toContainEqual({ action: 'note' });
});

it('a new note updates the open pages of the reviewers who may read it, and no other pages', async () => {
  const id = await (await makeApplicant(app)).id();
  for (const who of [mo1!, mo2!]) await reviewerActions(who).read(id);
  await waitForJobs(app);
  const [hers, third] = [await openSocket(mo1!), await openSocket(mo3!)];
  await reviewerActions(mo2!).note(id, 'Mira el boletín.');
  await hers.until('news', (news) => news.id === id);
  await waitForJobs(app);
  expect(third.received('news').filter((news) => news.id === id)).toEqual([]);
});

it('notes are closed to a recused reviewer and after the decision, and a second round starts without notes', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  for (const who of [mo1!, mo2!]) await reviewerActions(who).read(id, DECLINING_REVIEW);
  await reviewerActions(mo1!).note(id, 'De la primera vez.');
  await reviewerActions(mo2!).decide(id, DECLINING_DECISION);
  expect(await codeOf(mo1!, id)).toBe('NOT_FOUND');
  await appealDecline(nayra, id);
  for (const who of [mo3!, mo4!]) await reviewerActions(who).read(id);
  expect((await reviewerActions(mo3!).open(id)).notes).toEqual([]);
  await reviewerActions(mo3!).note(id, 'De la segunda.');
  await app.db.write(() => app.get(AlliancesService).start(mo4!.accountId, nayra.accountId));
  expect(await codeOf(mo4!, id)).toBe('NOT_FOUND');
  expect(await codeOf(mo1!, id)).toBe('NOT_FOUND');
});

it('an application shows its state to reviewers and applicant at every step', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  const stands = async (state: string, reviewsWritten: number) => {
    expect(await stateAt(mo5!, id)).toMatchObject({ state, reviewsWritten });
    expect(await nayra.own()).toMatchObject({ state, reviewsWritten });
  };
  const answer =
    'mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }';
  await stands('new', 0);
  await reviewerActions(mo1!).read(id);
  await stands('secondView', 1);
  await reviewerActions(mo2!).read(id);
  await stands('agreed', 2);
  await reviewerActions(mo1!).question(id, '¿Dónde?');
  await stands('waitsForApplicant', 2);
  await apiAs(nayra).ask(answer, { input: { applicationId: id, answer: 'Aquí.' } });
  await stands('lookAgain', 2);
  await reviewerActions(mo1!).change(id);
  await reviewerActions(mo2!).change(id, DECLINING_REVIEW);
  await stands('thirdView', 2);
  await reviewerActions(mo2!).note(id, 'No me convence.');
  await stands('discussion', 2);
  await reviewerActions(mo3!).read(id, DECLINING_REVIEW);
  await stands('agreed', 3);
  await reviewerActions(mo3!).decide(id, DECLINING_DECISION);
  expect(await nayra.own()).toMatchObject({ state: 'decided' });
  await appealDecline(nayra, id);
  await stands('appealed', 0);
  await reviewerActions(mo4!).read(id);
  await stands('secondView', 1);
});

it('reviewers ask one question at a time, any number of times, and must confirm their reviews after each answer', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  const answer =
    'mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }';
  await reviewerActions(mo1!).read(id);
  await reviewerActions(mo2!).claim(id);
  for (const n of [1, 2, 3]) {
    await reviewerActions(mo2!).question(id, `¿Pregunta ${n}?`);
    await expect(reviewerActions(mo1!).question(id, '¿Otra a la vez?')).rejects.toMatchObject({
      reason: 'application.asked',
    });
    await apiAs(nayra).ask(answer, { input: { applicationId: id, answer: `Respuesta ${n}.` } });
    expect(await stateAt(mo1!, id)).toMatchObject({ mustConfirm: true, isAnswered: true });
    await reviewerActions(mo1!).change(id);
    expect(await stateAt(mo1!, id)).toMatchObject({ mustConfirm: false });
  }
  const { questions } = await reviewerActions(mo2!).open(id);
  expect(questions.map(({ body, answer: said }: Record<string, string>) => [body, said])).toEqual(
    [1, 2, 3].map((n) => [`¿Pregunta ${n}?`, `Respuesta ${n}.`]),
  );
});
