import { DAY } from '#kernel/clock.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { PartnerNews } from '#support/partners/partner-news.js';
import { CasePartnersService } from '#support/partners/case-partners.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInAgain } from '../../support/factories/make-people.js';
import {
  joinSide,
  makeCaseWithProfile,
  makeVisiblePerson,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import {
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { threadActions } from '../../support/messages/case-threads.js';

const app = useApp();
const visible = (name: string) => makeVisiblePerson(app, name);
const makeVisibleCase = () => makeCaseWithProfile(app);
const TEAM = `query ($id: ID!) { caseTeam(id: $id) {
  supporterAuthorIds offers { supporter { id } } } }`;

it('an invited person sees who invites and nothing of the case, and then reads and writes in its thread', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId, requesterId, internalId } = made;
  await threadActions(supporter).post(requesterId, 'Antes');
  const ona = await visible('ona');
  await partnerActions(requester).invite(requestId, ona.personId);
  await waitForJobs(app);
  expect(await partnerActions(ona).invitations()).toMatchObject([
    { id: requestId, inviter: { name: 'Nayra Quispe' } },
  ]);
  expect(await partnerActions(ona).cases()).toEqual([]);
  expect(await threadActions(ona).readCode(requesterId)).toBe('NOT_FOUND');
  await partnerActions(ona).accept(requestId, 'Vecina');
  await threadActions(ona).post(requesterId, 'Hola, soy la vecina');
  expect(await threadActions(ona).bodies(requesterId)).toEqual(['Antes', 'Hola, soy la vecina']);
  // The answer to the request was for its requester.
  expect(await threadActions(requester).answers(requesterId)).toMatchObject([
    { workName: supporter.workName },
  ]);
  expect(await threadActions(ona).answers(requesterId)).toEqual([]);
  const names = (await threadActions(supporter).read(requesterId)).map((one) => one.authorName);
  expect(names).toEqual([supporter.workName, 'Vecina']);
  expect(await threadActions(ona).readCode(internalId)).toBe('NOT_FOUND');
  expect(await partnerActions(ona).cases()).toMatchObject([{ id: requestId, kind: 'care' }]);
  expect((await requesterActions(ona).openings(requestId)).length).toBeGreaterThan(0);
  expect(await partnerActions(requester).list(requestId)).toMatchObject([
    { person: { name: 'ona' }, takesPart: true, expiresAt: null },
  ]);
});

it('a person of the partner side cannot read the request, exclude, withdraw, delete or invite', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const eva = await visible('eva');
  const does = requesterActions(ona);
  const refused = { code: 'NOT_FOUND' };
  await expect(does.one(requestId)).rejects.toMatchObject(refused);
  await expect(does.exclude(requestId, [supporter.supporterId])).rejects.toMatchObject(refused);
  await expect(does.withdraw(requestId)).rejects.toMatchObject(refused);
  await expect(does.delete(requestId)).rejects.toMatchObject(refused);
  await expect(partnerActions(ona).invite(requestId, eva.personId)).rejects.toMatchObject(refused);
  await expect(partnerActions(ona).list(requestId)).rejects.toMatchObject(refused);
  await partnerActions(requester).invite(requestId, eva.personId);
  expect(await supporterActions(supporter).open(requestId)).toBeDefined();
});

it.each(['removes them', 'deletes the case'] as const)(
  'a person of the partner side reads nothing more once the owner %s',
  async (how) => {
    const made = await makeVisibleCase();
    const { requester, requestId, requesterId } = made;
    const ona = await joinSide(app, made);
    expect(await threadActions(ona).readCode(requesterId)).toBe('OK');
    if (how === 'removes them') {
      const [{ id }] = await partnerActions(requester).list(requestId);
      await partnerActions(requester).remove(requestId, id);
    } else await requesterActions(requester).delete(requestId);
    expect(await threadActions(ona).readCode(requesterId)).toBe('NOT_FOUND');
    expect(await threadActions(ona).postCode(requesterId)).toBe('NOT_FOUND');
    expect(await partnerActions(ona).cases()).toEqual([]);
  },
);

it('a person who leaves reads nothing more, and their messages keep the name', async () => {
  const made = await makeVisibleCase();
  const { requester, requestId, requesterId } = made;
  const ona = await joinSide(app, made);
  await threadActions(ona).post(requesterId, 'Me voy');
  await partnerActions(ona).leave(requestId);
  expect(await threadActions(ona).readCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(requester).read(requesterId)).toMatchObject([
    { body: 'Me voy', authorName: 'Vecina' },
  ]);
  expect(await partnerActions(requester).list(requestId)).toEqual([]);
});

it('a declined invitation looks like one without an answer, and ends after 14 days', async () => {
  const { requester, requestId } = await makeVisibleCase();
  const [ona, eva] = [await visible('ona'), await visible('eva')];
  for (const { personId } of [ona, eva])
    await partnerActions(requester).invite(requestId, personId);
  await partnerActions(ona).decline(requestId);
  expect(await partnerActions(ona).invitations()).toEqual([]);
  expect(await partnerActions(ona).acceptCode(requestId)).toBe('NOT_FOUND');
  const shown = await partnerActions(requester).list(requestId);
  expect(shown.map(({ takesPart }) => takesPart)).toEqual([false, false]);
  expect(shown[0].expiresAt).not.toBeNull();
  await expect(partnerActions(requester).invite(requestId, ona.personId)).rejects.toMatchObject({
    reason: 'support.partnerInvited',
  });
  app.clock.move(14 * DAY);
  const back = await signInAgain(eva);
  expect(await partnerActions(back).invitations()).toEqual([]);
  expect(await partnerActions(back).acceptCode(requestId)).toBe('NOT_FOUND');
  await app.get(CasePartnersService).run();
  expect(await partnerActions(await signInAgain(requester)).list(requestId)).toEqual([]);
});

it('a requester invites nobody who blocked them, like nobody who does not exist, and five people at most', async () => {
  const { requester, requestId } = await makeVisibleCase();
  const blocker = await visible('blo');
  await app.db.query('insert into block (blocker_id, blocked_id) values ($1, $2)', [
    ...[blocker.accountId, requester.accountId],
  ]);
  for (const id of [blocker.personId, crypto.randomUUID(), 'x'])
    await expect(partnerActions(requester).invite(requestId, id)).rejects.toMatchObject({
      ...{ code: 'NOT_FOUND', reason: undefined },
    });
  for (let n = 0; n < 5; n += 1)
    await partnerActions(requester).invite(requestId, (await visible(`p${n}`)).personId);
  const sixth = await visible('p6');
  await expect(partnerActions(requester).invite(requestId, sixth.personId)).rejects.toMatchObject({
    reason: 'support.sideFull',
  });
});

it('a supporter with a conflict of interest with the partner side loses the case, and another tie closes it at once', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId, requesterId } = made;
  const ona = await visible('ona');
  await app.db.write(() => app.get(AlliancesService).start(supporter.accountId, ona.accountId));
  await partnerActions(requester).invite(requestId, ona.personId);
  expect(await threadActions(supporter).readCode(requesterId)).toBe('OK');
  await partnerActions(ona).accept(requestId, 'Vecina');
  expect(await threadActions(supporter).readCode(requesterId)).toBe('NOT_FOUND');
  expect(await requesterActions(requester).one(requestId)).toMatchObject({ stage: 'waiting' });
  expect(await threadActions(ona).readCode(requesterId)).toBe('OK');

  const other = await makeVisibleCase();
  const eva = await joinSide(app, other);
  await app.db.write(() =>
    app.get(AlliancesService).start(other.supporter.accountId, eva.accountId),
  );
  expect(await threadActions(other.supporter).readCode(other.requesterId)).toBe('NOT_FOUND');
});

it('a supporter whom the requester invites keeps the case, until they accept and then belong to the side only', async () => {
  const made = await makeVisibleCase();
  const { requester, requestId, requesterId, internalId } = made;
  const joined = await joinSupporter(app, made);
  const { personId } = await makeVisibleProfile(joined, 'Tea');
  await partnerActions(requester).invite(requestId, personId);
  const [{ id }] = await partnerActions(requester).list(requestId);
  await partnerActions(requester).remove(requestId, id);
  const threads = (await threadActions(joined).list()).map(({ kind }) => kind).toSorted();
  expect(threads).toEqual(['internal', 'requester']);
  await partnerActions(requester).invite(requestId, personId);
  await partnerActions(joined).accept(requestId, 'Vecina');
  expect((await threadActions(joined).list()).map(({ kind }) => kind)).toEqual(['requester']);
  expect(await threadActions(joined).readCode(internalId)).toBe('NOT_FOUND');
  await threadActions(joined).post(requesterId, 'Hola, soy la vecina');
  const [said] = await threadActions(made.supporter).read(requesterId);
  expect(said).toMatchObject({ authorName: 'Vecina' });
});

it('a person of the partner side reads a closed thread, and nobody writes in it', async () => {
  const made = await makeVisibleCase();
  const { supporter, requestId, requesterId } = made;
  const ona = await joinSide(app, made);
  await supporterActions(supporter).close(requestId);
  expect(await threadActions(ona).readCode(requesterId)).toBe('OK');
  expect(await threadActions(ona).postCode(requesterId)).toBe('FORBIDDEN');
});

it('an acceptance and a simultaneous removal leave nobody who reads without a right', async () => {
  const { requester, requestId, requesterId } = await makeVisibleCase();
  const ona = await visible('ona');
  await partnerActions(requester).invite(requestId, ona.personId);
  const [{ id }] = await partnerActions(requester).list(requestId);
  const [code] = await Promise.all([
    partnerActions(ona).acceptCode(requestId),
    partnerActions(requester).remove(requestId, id),
  ]);
  expect(['OK', 'NOT_FOUND']).toContain(code);
  expect(await threadActions(ona).readCode(requesterId)).toBe('NOT_FOUND');
  const parts = await app.db.query(
    'select from participation where case_id = $1 and account_id = $2 and ended_at is null',
    [requestId, ona.accountId],
  );
  expect(parts).toEqual([]);
});

it('an invitation cannot be accepted after the case ended, and accepts while it runs', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId } = made;
  const [ona, eva] = [await visible('ona'), await visible('eva')];
  for (const { personId } of [ona, eva])
    await partnerActions(requester).invite(requestId, personId);
  expect(await partnerActions(ona).acceptCode(requestId)).toBe('OK');
  await supporterActions(supporter).close(requestId);
  expect(await partnerActions(eva).invitations()).toEqual([]);
  expect(await partnerActions(eva).acceptCode(requestId)).toBe('NOT_FOUND');
  expect(await partnerActions(requester).list(requestId)).toMatchObject([{ takesPart: true }]);
});

it('an invitation is closed while the case waits in the queue', async () => {
  const { requester, supporter, requestId } = await makeVisibleCase();
  const ona = await visible('ona');
  await partnerActions(requester).invite(requestId, ona.personId);
  await supporterActions(supporter).release(requestId);
  expect(await partnerActions(ona).acceptCode(requestId)).toBe('NOT_FOUND');
});

it('an invited person who is separated from somebody of the side, or blocked the requester, does not join it', async () => {
  const made = await makeVisibleCase();
  const { requester, requestId } = made;
  const ona = await joinSide(app, made);
  const [eva, iris, lia] = [await visible('eva'), await visible('iris'), await visible('lia')];
  for (const { personId } of [eva, iris, lia])
    await partnerActions(requester).invite(requestId, personId);
  await app.db.write(() => app.get(SeparationsService).start(ona.accountId, eva.accountId));
  await app.db.query('insert into block (blocker_id, blocked_id) values ($1, $2)', [
    ...[iris.accountId, requester.accountId],
  ]);
  expect(await partnerActions(eva).acceptCode(requestId, 'Otra')).toBe('NOT_FOUND');
  expect(await partnerActions(iris).invitations()).toEqual([]);
  expect(await partnerActions(iris).acceptCode(requestId, 'Iris')).toBe('NOT_FOUND');
  expect(await partnerActions(lia).acceptCode(requestId, 'Lía')).toBe('OK');
});

it('a separation ends the part of the reported person, and not that of the reporter', async () => {
  const made = await makeVisibleCase();
  const { requestId, requesterId } = made;
  const [ona, eva] = [await joinSide(app, made), await visible('eva')];
  await partnerActions(made.requester).invite(requestId, eva.personId);
  await partnerActions(eva).accept(requestId, 'Eva');
  await app.db.write(() => app.get(SeparationsService).start(eva.accountId, ona.accountId));
  await waitForJobs(app);
  expect(await threadActions(eva).readCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(ona).readCode(requesterId)).toBe('OK');
});

it('a person of the partner side takes neither a name of the case nor a work name, and the requester reads the chosen one', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId, requesterId } = made;
  await joinSide(app, made);
  const eva = await visible('eva');
  await partnerActions(requester).invite(requestId, eva.personId);
  const { workName } = supporter;
  const taken = [
    workName,
    `${workName} de Trama`,
    'VÉCINA',
    'Alguien (apoyo)',
    'Luna (a poyos)',
    'Moderación',
  ];
  for (const name of taken)
    await expect(partnerActions(eva).accept(requestId, name)).rejects.toMatchObject({
      code: 'INVALID',
      fields: { name: 'nameOfAnother' },
    });
  await partnerActions(eva).accept(requestId, 'Eva');
  const names = (await partnerActions(requester).list(requestId)).map((one) => one.chosenName);
  expect(names).toEqual(['Vecina', 'Eva']);
  await threadActions(supporter).post(requesterId, 'Hola');
  await threadActions(eva).post(requesterId, 'Hola');
  const [theirs, evas] = await threadActions(eva).read(requesterId);
  const { supporterAuthorIds } = (await apiAs(eva).ask(TEAM, { id: requestId })).caseTeam;
  expect(supporterAuthorIds).toContain(theirs.authorId);
  expect(supporterAuthorIds).not.toContain(evas.authorId);
});

it('the home page counts invitations and unread cases of others, until the person answers and reads', async () => {
  const { requester, supporter, requestId, requesterId } = await makeVisibleCase();
  const ona = await visible('ona');
  const count = async () => (await apiAs(ona).ask('{ supportNews }')).supportNews;
  expect(await count()).toBe(0);
  await partnerActions(requester).invite(requestId, ona.personId);
  expect(await count()).toBe(1);
  await partnerActions(ona).accept(requestId);
  expect(await count()).toBe(0);
  const { seq } = await threadActions(supporter).post(requesterId, 'Hola');
  expect(await count()).toBe(1);
  await threadActions(ona).markRead(requesterId, seq);
  expect(await count()).toBe(0);
});

it('the partner side reads no offers, and the requester does', async () => {
  const made = await makeVisibleCase();
  const { requester, supporter, requestId } = made;
  const [ona, asked] = [await joinSide(app, made), await makeSupporter(app)];
  await teamActions(supporter).offer(requestId, asked.supporterId);
  const offersOf = async (who: Requester) =>
    (await apiAs(who).ask(TEAM, { id: requestId })).caseTeam.offers;
  expect(await offersOf(requester)).toHaveLength(1);
  expect(await offersOf(ona)).toEqual([]);
});

it('the partner side is notified that the case returned to the queue or ended, and of no withdrawn offer', async () => {
  const made = await makeVisibleCase();
  const { supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const arrived = jest.spyOn(app.get(PartnerNews), 'arrived');
  const notices = () => arrived.mock.calls.filter(([, id]) => id === ona.accountId).length;
  const asked = await makeSupporter(app);
  await teamActions(supporter).offer(requestId, asked.supporterId);
  expect(notices()).toBe(0);
  await supporterActions(supporter).release(requestId);
  expect(notices()).toBe(1);
  await supporterActions(supporter).take(requestId);
  await supporterActions(supporter).close(requestId);
  expect(notices()).toBe(2);
});

it('a former member is on no partner side any more, and a suspended one stays', async () => {
  const made = await makeVisibleCase();
  const { requester, requestId, requesterId } = made;
  const ona = await joinSide(app, made);
  const become = async (standing: string) => {
    await app.db.query('update account set standing = $2 where id = $1', [ona.accountId, standing]);
    const { accountId } = ona;
    await app.db.write(() => app.get(RightsChangeCallbacks).run({ accountId }));
  };
  await become('suspended');
  expect(await threadActions(ona).readCode(requesterId)).toBe('OK');
  await become('former');
  expect(await partnerActions(requester).list(requestId)).toEqual([]);
});

it('the partner side and the requester do not vet or moderate each other', async () => {
  const made = await makeVisibleCase();
  const ona = await joinSide(app, made);
  const rows = await app.db.query('select from tie where account_id = $1 and other_id = any($2)', [
    ona.accountId,
    [made.requester.accountId],
  ]);
  expect(rows).toHaveLength(1);
  expect(await apiAs(ona).code('{ partnerCases { id viewerCan } }')).toBe('OK');
});
