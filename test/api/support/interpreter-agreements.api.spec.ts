import { HOUR, MINUTE } from '#kernel/clock.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { CallJobs } from '#support/calls/calls.jobs.js';
import { useApp } from '../../support/app/app.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  callActions,
  clearHours,
  reasonOf,
  setHours,
} from '../../support/factories/support/calls.js';
import {
  interpreterActions,
  interpreterChoices,
  makeCaseInTwoLanguages,
  makeInterpretedCall,
  makeInterpreter,
} from '../../support/factories/support/interpreters.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();
beforeEach(async () => {
  await clearHours(app);
  await app.db.query('delete from interpreter');
});
afterEach(() => app.clock.set(new Date()));
const moveTo = (startsAt: string, ms: number) => app.clock.set(new Date(Date.parse(startsAt) + ms));
const block = (one: Person, other: Person) =>
  app.db.write(() => app.get(BlocksService).block(one.accountId, other.accountId));
const ties = async (one: Person, other: Person) =>
  (
    await app.db.query('select 1 from tie where account_id = $1 and other_id = $2', [
      ...[one.accountId, other.accountId],
    ])
  ).length;

/** A case whose requester agreed to an interpreter, without a booked call. */
async function makeAgreement() {
  const interpreter = await makeInterpreter(app);
  const made = await makeCaseInTwoLanguages(app);
  const choices = interpreterChoices(made.requester, made.id);
  const { id: offerId } = (await choices.find()).interpreter;
  await choices.choose('agree', offerId);
  return { ...made, ...choices, interpreter, offerId };
}

it('the export of an interpreter has the time of coming calls, and neither a zone nor who agreed or refused', async () => {
  const { interpreter, supporter, requester, id, startsAt } = await makeInterpretedCall(app);
  const exported = await app.get(DataExportService).read(interpreter.accountId);
  expect(exported['interpretedCalls']).toEqual([
    { starts_at: new Date(startsAt), ends_at: expect.any(Date) },
  ]);
  expect(exported['introductoryCalls']).toEqual([]);
  const text = JSON.stringify(exported);
  expect(text).not.toContain('America/Lima');
  expect(text).not.toMatch(/agreed_at|requester_zone/);
  const ofSupporter = await app.get(DataExportService).read(supporter.accountId);
  expect(ofSupporter['introductoryCalls']).toMatchObject([{ requester_zone: 'America/Lima' }]);
  await callActions(requester, id).cancel();
  const { choose, find } = interpreterChoices(requester, id);
  await choose('refuse', (await find()).interpreter.id);
  const later = JSON.stringify(await app.get(DataExportService).read(interpreter.accountId));
  expect(later).not.toContain('refused');
});

it('an interpreter who was agreed to keeps the conflict of interest after another offer that ends', async () => {
  const { interpreter, requester, find, choose } = await makeAgreement();
  await interpreterActions(interpreter).rest(true);
  expect((await find()).interpreter).toBeNull();
  await interpreterActions(interpreter).rest(false);
  expect((await find()).interpreter).toMatchObject({ isAgreed: false });
  expect(await choose('without')).toMatchObject({ isWithout: true, interpreter: null });
  expect(await ties(interpreter, requester)).toBe(1);
});

it.each(['rest', 'stop', 'block', 'other languages'] as const)(
  'a requester cannot agree to, or book with, an interpreter who no longer fits: %s',
  async (what) => {
    const interpreter = await makeInterpreter(app);
    const { requester, id } = await makeCaseInTwoLanguages(app);
    const { find, choose } = interpreterChoices(requester, id);
    const agree = async () => choose('agree', (await find()).interpreter.id);
    const leave = {
      rest: () => interpreterActions(interpreter).rest(true),
      stop: () => interpreterActions(interpreter).stop(),
      block: () => block(interpreter, requester),
      'other languages': () => setHours(interpreter, { languages: ['language:es'] }),
    };
    const offer = (await find()).interpreter.id;
    if (what === 'rest') {
      await agree();
      const [time] = await callActions(requester, id).times();
      await leave.rest();
      expect(await reasonOf(callActions(requester, id).book(time!))).toBe(
        'support.needsInterpreter',
      );
    } else {
      await leave[what]();
      expect(await reasonOf(choose('agree', offer))).toBe('support.interpreterGone');
    }
    expect(await find()).toMatchObject({ isNeeded: true, interpreter: null });
  },
);

it('an interpreter cannot take the name of another one or of a supporter, and a new name needs another agreement', async () => {
  const { interpreter, requester, supporter, find, choose, id } = await makeAgreement();
  const other = await makePerson(app, 'rosa', 'member');
  const { volunteer } = interpreterActions(other);
  const taken = [interpreter.interpreterName.toUpperCase(), ` ${supporter.workName}.`];
  for (const name of taken)
    expect(await reasonOf(volunteer(name))).toBe('support.interpreterNameTaken');
  await interpreterActions(interpreter).volunteer('Amaru');
  expect(await reasonOf(callActions(requester, id).times())).toBe('support.needsInterpreter');
  const offered = (await find()).interpreter;
  expect(offered).toMatchObject({ name: 'Amaru', isAgreed: false });
  expect((await choose('agree', offered.id)).interpreter).toMatchObject({ isAgreed: true });
});

it('a supporter cannot learn whom the requester is offered', async () => {
  await makeInterpreter(app);
  const { requester, supporter, id } = await makeCaseInTwoLanguages(app);
  expect((await interpreterChoices(requester, id).find()).interpreter).not.toBeNull();
  expect(await reasonOf(interpreterChoices(supporter, id).find())).toBe('support.requesterChooses');
});

it.each(['exclusion', 'block', 'unreported exclusion'] as const)(
  'a booked call ends with the right of its interpreter: %s; the requester is told',
  async (what) => {
    const who = await makeSupporter(app);
    const { interpreter, requester, id } = await makeInterpretedCall(app, { who });
    const end = {
      exclusion: () => requesterActions(requester).exclude(id, [who.supporterId]),
      block: () => block(interpreter, requester),
      'unreported exclusion': async () => {
        await app.db.query(
          'insert into case_exclusion (request_id, supporter_id) values ($1, $2)',
          [id, who.supporterId],
        );
        await app.get(CallJobs).withdrawTied();
      },
    };
    await end[what]();
    if (what === 'block') await waitForJobs(app);
    expect(await callActions(requester, id).one()).toMatchObject({
      ...{ state: 'cancelled', endedBy: 'system' },
    });
    expect(await interpreterActions(interpreter).calls()).toEqual([]);
    expect(await requesterActions(requester).one(id)).toMatchObject({ hasNews: true });
  },
);

it('an interpreter leaves a call until it begins, and no longer sees it once its link is over', async () => {
  const { interpreter, requester, supporter, id, startsAt } = await makeInterpretedCall(app);
  const [call] = await interpreterActions(interpreter).calls();
  const uids = new Set();
  for (const who of [requester, supporter])
    uids.add(/UID:(.*)/.exec((await callActions(who, id).one()).calendarFile)![1]);
  uids.add(/UID:(.*)/.exec(call.calendarFile)![1]);
  expect(uids.size).toBe(3);
  moveTo(startsAt, MINUTE);
  const during = interpreterActions(await signInAgain(interpreter));
  expect(await reasonOf(during.withdraw(call.id))).toBe('support.callBegan');
  expect(await during.calls()).toHaveLength(1);
  moveTo(startsAt, 40 * MINUTE + HOUR + 1);
  expect(await interpreterActions(await signInAgain(interpreter)).calls()).toEqual([]);
});

it('looking whether a call needs an interpreter counts no look-up if it needs none', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter);
  const requester = await makePerson(app, 'nayra', 'member');
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  for (let one = 0; one < 31; one++) await interpreterChoices(requester, id).find();
  expect(await callActions(requester, id).times()).not.toEqual([]);
});

it('both sides move a call that was booked without an interpreter, also once their languages differ', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter);
  const requester = await makePerson(app, 'nayra', 'member');
  const id = await askForSupport(requester, { languages: ['language:es'] });
  await supporterActions(supporter).take(id);
  const { book, move, times } = callActions(requester, id);
  const [first, second] = await times();
  await book(first!);
  await setHours(supporter, { languages: ['language:pt'] });
  expect(await times()).not.toEqual([]);
  expect(await move(second!)).toMatchObject({ startsAt: second, interpreterName: null });
});

it('an interpreter who rests keeps a booked call, which both sides can move', async () => {
  const { interpreter, requester, id } = await makeInterpretedCall(app, { name: 'Davi' });
  await interpreterActions(interpreter).rest(true);
  const { move, times } = callActions(requester, id);
  const [later] = await times();
  expect(await move(later!)).toMatchObject({ startsAt: later, interpreterName: 'Davi' });
});

it('a requester ends an agreement by going without, and is asked again with the next supporter', async () => {
  const { requester, supporter, id, choose, find } = await makeAgreement();
  expect(await choose('without')).toMatchObject({ isNeeded: false, isWithout: true });
  expect(
    await app.db.query('select state from interpretation where request_id = $1', [id]),
  ).toEqual([{ state: 'ended' }]);
  await supporterActions(supporter).release(id);
  const next = await makeSupporter(app);
  await setHours(next, { languages: ['language:pt'] });
  await supporterActions(next).take(id);
  expect(await find()).toMatchObject({ isNeeded: true, isWithout: false });
  await requesterActions(requester).withdraw(id);
});

it('refusals are forgotten with the end of a request, and agreements stay a conflict of interest', async () => {
  const { interpreter, requester, id, offerId, choose } = await makeAgreement();
  await makeInterpreter(app);
  const second = (await choose('refuse', offerId)).interpreter;
  await choose('refuse', second.id);
  const states = () => app.db.query('select state from interpretation where request_id = $1', [id]);
  expect(await states()).toHaveLength(2);
  await requesterActions(requester).withdraw(id);
  expect(await states()).toEqual([{ state: 'refused' }]);
  expect(await ties(interpreter, requester)).toBe(1);
});
