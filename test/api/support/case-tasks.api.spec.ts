import { DAY } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Instance } from '#settings/instance.entity.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import { makeHelper } from '../../support/factories/support/case-helpers.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import { allowAskingWithoutAccount, askAsGuest } from '../../support/factories/support/guests.js';
import { makeInterpretedCall } from '../../support/factories/support/interpreters.js';
import {
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeCase } from '../../support/messages/case-threads.js';

const app = useApp({ TRAMA_WORKER: '0' });
/** A date like `2026-12-25`, this many days from now. */
const dayIn = (days: number) =>
  app.clock
    .in(days * DAY)
    .toISOString()
    .slice(0, 10);
const ALL_HIDDEN = Array(5).fill('NOT_FOUND') as string[];

it('two supporters of a case share its tasks, in the order of their days', async () => {
  const made = await makeCase(app);
  const { supporter, requestId } = made;
  const other = await joinSupporter(app, made);
  const [lead, second] = [taskActions(supporter), taskActions(other)];
  await lead.add(requestId, 'Sin día');
  const late = await second.add(requestId, 'Después', { dueOn: dayIn(91) });
  await lead.add(requestId, 'Antes', { dueOn: dayIn(90), supporterId: other.supporterId });
  const texts = async () => (await lead.list(requestId)).map(({ text }) => text as string);
  expect(await texts()).toEqual(['Antes', 'Después', 'Sin día']);
  expect((await second.list(requestId))[0]).toMatchObject({
    supporter: { id: other.supporterId, workName: other.workName },
    ...{ dueOn: dayIn(90), doneAt: null },
  });
  await lead.mark({ requestId, taskId: late }, true);
  expect(await texts()).toEqual(['Antes', 'Sin día', 'Después']);
  const { doneAt } = (await lead.list(requestId)).at(-1);
  app.clock.move(1_000);
  await second.mark({ requestId, taskId: late }, true);
  expect((await lead.list(requestId)).at(-1).doneAt).toBe(doneAt);
  await second.mark({ requestId, taskId: late }, false);
  await second.edit({ requestId, taskId: late }, 'Primero', { dueOn: dayIn(60) });
  expect(await texts()).toEqual(['Primero', 'Antes', 'Sin día']);
  await lead.remove({ requestId, taskId: late });
  expect(await texts()).toEqual(['Antes', 'Sin día']);
});

it('a task is refused for a person who is not a supporter of the case, a day that does not exist, and beyond 50', async () => {
  const { supporter, requestId } = await makeCase(app);
  const elsewhere = await makeSupporter(app);
  const { addCode } = taskActions(supporter);
  await expect(
    taskActions(supporter).add(requestId, 'Otra', { supporterId: elsewhere.supporterId }),
  ).rejects.toMatchObject({ code: 'INVALID', fields: { supporterId: 'isIn' } });
  expect(await addCode(requestId, { dueOn: '2027-02-30' })).toBe('INVALID');
  const year = 365.25;
  for (const dueOn of ['0000-01-01', dayIn(-year - 2), dayIn(5 * year + 2)]) {
    await expect(taskActions(supporter).add(requestId, 'Otra', { dueOn })).rejects.toMatchObject({
      ...{ code: 'INVALID', fields: { dueOn: 'dayOutOfRange' } },
    });
  }
  expect(await addCode(requestId, { text: ' ' })).toBe('INVALID');
  expect(await addCode(requestId, { text: 'x'.repeat(501) })).toBe('INVALID');
  const [old, last] = [dayIn(-year + 2), dayIn(5 * year - 2)];
  expect(await addCode(requestId, { dueOn: last })).toBe('OK');
  const taskId = await taskActions(supporter).add(requestId, 'Antigua', { dueOn: old });
  // Its day stays when it became too old for a new task.
  app.clock.set(app.clock.in(5 * DAY));
  const later = taskActions(await signInAgain(supporter));
  expect(await later.addCode(requestId, { dueOn: old })).toBe('INVALID');
  await later.edit({ requestId, taskId }, 'Muy antigua', { dueOn: old });
  app.clock.set(new Date());
  for (let n = 0; n < 48; n++) expect(await addCode(requestId)).toBe('OK');
  expect(await addCode(requestId)).toBe('CONFLICT');
});

it('a supporter does not overwrite a change that came after the task was read', async () => {
  const made = await makeCase(app);
  const { supporter, requestId } = made;
  const other = await joinSupporter(app, made);
  const taskId = await taskActions(supporter).add(requestId, 'Llamar');
  const task = { requestId, taskId };
  const read = await taskActions(supporter).readAs(task);
  await taskActions(supporter).mark(task, true);
  await taskActions(other).editRead(task, read, 'Llamar el lunes');
  await expect(taskActions(supporter).editRead(task, read, 'Escribir')).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.taskChanged' },
  });
  const again = await taskActions(supporter).readAs(task);
  await taskActions(other).edit(task, 'Llamar el lunes', { supporterId: other.supporterId });
  await expect(taskActions(supporter).editRead(task, again, 'Escribir')).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(await taskActions(other).list(requestId)).toMatchObject([
    { text: 'Llamar el lunes', supporter: { id: other.supporterId } },
  ]);
  await taskActions(supporter).edit(task, 'Escribir');
  expect(await taskActions(other).list(requestId)).toMatchObject([{ text: 'Escribir' }]);
});

it('a task belongs to its case: a supporter of another case cannot change it', async () => {
  const [made, other] = [await makeCase(app), await makeCase(app)];
  const taskId = await taskActions(made.supporter).add(made.requestId);
  const codes = await taskActions(other.supporter).codes({ requestId: other.requestId, taskId });
  expect(codes).toEqual(['OK', 'OK', ...ALL_HIDDEN.slice(2)]);
});

it('nobody else in or outside a case reads or changes its tasks', async () => {
  const { requester, supporter, id: requestId, interpreter } = await makeInterpretedCall(app);
  const taskId = await taskActions(supporter).add(requestId);
  const { helper } = await makeHelper(app, { requester, supporter, requestId });
  const others = [
    ...[requester, interpreter, helper, await makeSupporter(app)],
    await makePerson(app, 'mo', 'moderator'),
  ];
  for (const who of others)
    expect(await taskActions(who).codes({ requestId, taskId })).toEqual(ALL_HIDDEN);
  const exported = await app.get(DataExportService).read(requester.accountId);
  expect(JSON.stringify(exported)).not.toContain('proveedor');
  expect(await taskActions(supporter).list(requestId)).toMatchObject([{ id: taskId }]);
});

it('a guest reads and changes no task of their case', async () => {
  await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  await allowAskingWithoutAccount(app);
  const supporter = await makeSupporter(app);
  const guest = await askAsGuest(app);
  const { requestId } = guest;
  await supporterActions(supporter).take(requestId);
  const taskId = await taskActions(supporter).add(requestId);
  expect(await taskActions(guest).codes({ requestId, taskId })).toEqual(ALL_HIDDEN);
});

it('a change of a task notifies supporters, and records nothing that reaches the requester', async () => {
  const made = await makeCase(app);
  const { supporter, requester, requestId } = made;
  const { accountId, supporterId } = await joinSupporter(app, made);
  const jobsNaming = async (id: string) => {
    const sql = 'select payload::text as text from graphile_worker._private_jobs';
    const jobs = await app.db.query<{ text: string }>(sql);
    return jobs.filter(({ text }) => text.includes(id)).length;
  };
  const [ofRequester, ofOther] = [
    await jobsNaming(requester.accountId),
    await jobsNaming(accountId),
  ];
  const taskId = await taskActions(supporter).add(requestId);
  await taskActions(supporter).mark({ requestId, taskId }, true);
  expect(await jobsNaming(requester.accountId)).toBe(ofRequester);
  expect(await jobsNaming(accountId)).toBeGreaterThan(ofOther);
  const named = () => jobsNaming('support.caseNews');
  const before = await named();
  await taskActions(supporter).edit({ requestId, taskId }, 'x', { supporterId });
  expect(await named()).toBe(before + 1);
  await taskActions(supporter).edit({ requestId, taskId }, 'y', { supporterId });
  expect(await named()).toBe(before + 1);
});

it('reading the tasks is an opening that the requester sees', async () => {
  const { supporter, requester, requestId } = await makeCase(app);
  const openings = async () => (await requesterActions(requester).openings(requestId)).length;
  const before = await openings();
  await taskActions(supporter).list(requestId);
  expect(await openings()).toBe(before);
  app.clock.move(DAY + 1);
  const back = await signInAgain(supporter);
  await taskActions(back).list(requestId);
  await taskActions(back).list(requestId);
  expect((await requesterActions(await signInAgain(requester)).openings(requestId)).length).toBe(
    before + 1,
  );
});

describe('a supporter whose part ends', () => {
  it('reads the tasks no longer, and theirs stay without a person', async () => {
    const made = await makeCase(app);
    const { supporter, requestId } = made;
    const other = await joinSupporter(app, made);
    const { supporterId } = other;
    const taskId = await taskActions(supporter).add(requestId, 'Suya', { supporterId });
    await teamActions(other).leave(requestId);
    expect(await taskActions(other).codes({ requestId, taskId })).toEqual(ALL_HIDDEN);
    expect(await taskActions(supporter).list(requestId)).toMatchObject([
      { text: 'Suya', supporter: null },
    ]);
    await teamActions(supporter).offer(requestId, supporterId);
    await teamActions(made.requester).agree(requestId, supporterId);
    await teamActions(other).accept(requestId);
    expect(await taskActions(other).list(requestId)).toMatchObject([{ supporter: null }]);
  });

  it('reads none after a conflict of interest', async () => {
    const { supporter, requester, requestId } = await makeCase(app);
    const taskId = await taskActions(supporter).add(requestId);
    await app.db.write(() =>
      app.get(AlliancesService).start(supporter.accountId, requester.accountId),
    );
    expect(await taskActions(supporter).codes({ requestId, taskId })).toEqual(ALL_HIDDEN);
  });
});

it('a closed case keeps its tasks until its requester reopens it, and its deletion destroys them', async () => {
  const { supporter, requester, requestId } = await makeCase(app);
  const { supporterId } = supporter;
  const taskId = await taskActions(supporter).add(requestId, 'Queda', { supporterId });
  await supporterActions(supporter).close(requestId);
  expect(await taskActions(supporter).codes({ requestId, taskId })).toEqual(ALL_HIDDEN);
  await requesterActions(requester).reopen(requestId);
  expect(await taskActions(supporter).list(requestId)).toMatchObject([
    { id: taskId, text: 'Queda', supporter: null },
  ]);
  await supporterActions(supporter).close(requestId);
  await requesterActions(requester).delete(requestId);
  const left = 'select from case_task where request_id = $1';
  expect(await app.db.query(left, [requestId])).toEqual([]);
});
