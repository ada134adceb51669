import { DAY, HOUR } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { StandingService } from '#members/standing.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  ACCEPT_STEWARDSHIP_OFFER,
  ACCEPT_SUCCESSION,
  DECLINE_SUCCESSION,
  LEAVE_GROUP,
  LEAVE_WITHOUT_STEWARD,
  OFFER_STEWARDSHIP,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { makePeople, signInAgain } from '../../support/factories/make-people.js';
import { successionSteps } from '../../support/factories/succession.js';

const REQUEST = 'query ($id: ID!) { successionRequest(requestId: $id) { state viewerCan } }';
const INBOX = '{ inbox { items { kind successionRequest { id } group { id } } } }';
const UNARCHIVE_GROUP = 'mutation ($id: ID!) { unarchiveGroup(groupId: $id) { id } }';
const COUNT = '{ successionRequestsWaiting stewardshipOffersWaiting }';

const app = useApp({ TRAMA_WORKER: '0' });
const { drain, pass, suspend, restore, held, requestsTo, asked, answer } = successionSteps(app);

it('asks facilitators, then members by seniority, each for 7 days, from 14 days after the steward lost the standing', async () => {
  const { ste, ana, ben, fac, out, group, seen } = await held();
  const all = [ana, ben, fac, out];
  await suspend(ste);
  await pass(14 * DAY - HOUR);
  expect(await asked(...all)).toEqual([]);
  expect(await seen(ana)).toMatchObject({ seeksSteward: false });
  await pass(HOUR);
  expect(await asked(...all)).toEqual(['fac']);
  // The group still lists Ste: the search would disclose the suspension.
  for (const who of [ana, fac])
    expect(await seen(who)).toMatchObject({ seeksSteward: false, isOnlySteward: null });
  const [request] = await requestsTo(fac);
  expect(request).toMatchObject({
    group: { name: group.name },
    viewerCan: ['read', 'accept', 'decline'],
  });
  for (const document of [REQUEST, ACCEPT_SUCCESSION, DECLINE_SUCCESSION]) {
    for (const who of [ana, ben, out])
      expect(await answer(who, document, request!.id)).toBe('NOT_FOUND');
  }
  await pass(7 * DAY - HOUR);
  expect(await asked(...all)).toEqual(['fac']);
  await pass(HOUR);
  expect(await asked(...all)).toEqual(['ana']);
  expect(await answer(fac, ACCEPT_SUCCESSION, request!.id)).toBe('FORBIDDEN');
  const [anas] = await requestsTo(ana);
  expect(await answer(ana, DECLINE_SUCCESSION, anas!.id)).toBe('OK');
  expect(await asked(...all)).toEqual(['ben']);
  expect(await answer(ana, ACCEPT_SUCCESSION, anas!.id)).toBe('FORBIDDEN');
  await pass(7 * DAY);
  expect(await asked(...all)).toEqual([]);
});

it('makes the member who accepts steward at once, and only them', async () => {
  const { ste, ana, fac, seen, stewards } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  const again = await signInAgain(fac);
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => apiAs(again).code(ACCEPT_SUCCESSION, { id: request!.id })),
  );
  expect(codes.toSorted()).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'OK']);
  await drain();
  // The suspended steward counts: otherwise Fac would learn of the suspension.
  expect(await seen(fac)).toMatchObject({
    myRole: 'steward',
    seeksSteward: false,
    isOnlySteward: false,
  });
  expect((await stewards()).map((row) => row.account_id).toSorted()).toEqual(
    [ste.accountId, fac.accountId].toSorted(),
  );
  const sql = 'select action, actor_id from audit_entry where about_id = $1';
  expect(await app.db.query(sql, [fac.accountId])).toEqual([
    { action: 'acceptSuccession', actor_id: fac.accountId },
  ]);
  await pass(60 * DAY);
  expect(await asked(ana, fac)).toEqual([]);
  await restore(ste);
  expect(await seen(ste)).toMatchObject({ myRole: 'steward', isOnlySteward: false });
});

it('ends the request when a steward is back, says so to the asked member, and counts 14 days again', async () => {
  const { ste, fac, ana, stewards } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  const items = async () => (await apiAs(await signInAgain(fac)).ask(INBOX)).inbox.items;
  const ofKind = async (kind: string) => (await items()).filter((item) => item.kind === kind);
  expect(await ofKind('successionRequest')).toMatchObject([
    { successionRequest: { id: request!.id } },
  ]);
  expect(await apiAs(await signInAgain(fac)).ask(COUNT)).toEqual({
    ...{ successionRequestsWaiting: 1, stewardshipOffersWaiting: 0 },
  });
  await app.db.write(() => app.get(StandingService).restore(ste.accountId));
  await expect(
    apiAs(await signInAgain(fac)).ask(ACCEPT_SUCCESSION, { id: request!.id }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'successionRequest.notNeeded' });
  await drain();
  expect(await ofKind('successionRequest')).toEqual([]);
  expect(await ofKind('successionEnded')).toHaveLength(1);
  expect(await apiAs(await signInAgain(fac)).ask(COUNT)).toMatchObject({
    successionRequestsWaiting: 0,
  });
  const own = await apiAs(await signInAgain(fac)).ask(REQUEST, { id: request!.id });
  expect(own.successionRequest).toEqual({ state: 'ended', viewerCan: ['read'] });
  expect((await stewards()).map((row) => row.account_id)).toEqual([ste.accountId]);
  await suspend(ste);
  await pass(13 * DAY);
  expect(await asked(fac, ana)).toEqual([]);
  await pass(DAY);
  expect(await asked(fac, ana)).toEqual(['fac']);
});

it('a steward’s earlier offer, when accepted, ends the search too', async () => {
  const { ste, ana, fac, idOf } = await held();
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: await idOf(ana) });
  await app.db.query(`update membership set steward_offer_ends_at = $2 where id = $1`, [
    ...[await idOf(ana), app.clock.in(30 * DAY)],
  ]);
  await suspend(ste);
  await pass(14 * DAY);
  expect(await asked(fac)).toEqual(['fac']);
  expect(await answer(ana, ACCEPT_STEWARDSHIP_OFFER, await idOf(ana))).toBe('OK');
  await drain();
  expect(await asked(fac)).toEqual([]);
});

it('asks only active members in full standing, and asks the next one when the asked member leaves or is suspended', async () => {
  const { ste, ana, ben, fac, group, idOf } = await held();
  const { newcomer } = await makePeople(app, { newcomer: 'probation' });
  await factories.membership(app, { group, person: newcomer, role: MembershipRole.facilitator });
  await suspend(fac);
  await suspend(ste);
  await pass(14 * DAY);
  expect(await asked(newcomer, ana, ben)).toEqual(['ana']);
  await apiAs(await signInAgain(ana)).ask(LEAVE_GROUP, { id: await idOf(ana) });
  await drain();
  expect(await asked(ana, ben)).toEqual(['ben']);
  await suspend(ben);
  expect(await asked(newcomer)).toEqual([]);
  // The probation ends after 30 days.
  await pass(20 * DAY);
  expect(await asked(newcomer)).toEqual(['newcomer']);
});

it('a request ends for a member who takes a persona, because it would show who continues under the new name', async () => {
  const { ste, fac, ana, idOf } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  const input = { membershipId: await idOf(fac), name: 'Garza Blanca' };
  await apiAs(await signInAgain(fac)).ask(SET_PERSONA, { input });
  await drain();
  expect(await answer(fac, ACCEPT_SUCCESSION, request!.id)).toBe('NOT_FOUND');
  expect(await asked(fac, ana)).toEqual(['ana']);
});

it('archives the group 60 days after the first request if nobody accepts', async () => {
  const { ste, ana, ben, fac, group, seen } = await held();
  const more = await makePeople(
    app,
    Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`m${at}`, 'member' as const])),
  );
  for (const person of Object.values(more)) await factories.membership(app, { group, person });
  await suspend(ste);
  const all = [fac, ana, ben, ...Object.values(more)];
  await pass(14 * DAY);
  const inTurn: string[][] = [];
  for (let week = 0; week < 10; week++) {
    inTurn.push(await asked(...all));
    await pass(7 * DAY);
  }
  expect(inTurn.slice(0, 9).map((names) => names.length)).toEqual(Array(9).fill(1));
  expect(new Set(inTurn.flat()).size).toBe(9);
  expect(inTurn[9]).toEqual([]);
  expect(await seen(ana)).toMatchObject({ archivedAt: expect.any(String), seeksSteward: false });
  const sql = `select max(expires_at) - min(asked_at) = interval '60 days' as "is60"
    from succession_request where group_id = $1`;
  expect(await app.db.query(sql, [group.id])).toEqual([{ is60: true }]);
});

it('waits until the 60 days are over when everybody was asked, or nobody can be asked', async () => {
  const [one, two] = [await held(), await held()];
  for (const { ste, fac, idOf } of [one, two]) {
    await apiAs(fac).ask(LEAVE_GROUP, { id: await idOf(fac) });
    await suspend(ste);
  }
  for (const who of [two.ana, two.ben]) await suspend(who);
  await pass(14 * DAY);
  for (const who of [one.ana, one.ben])
    expect(await answer(who, DECLINE_SUCCESSION, (await requestsTo(who))[0]!.id)).toBe('OK');
  await restore(two.ben);
  await pass(59 * DAY);
  expect(await one.seen(one.ana)).toMatchObject({ archivedAt: null });
  expect(await two.seen(two.ben)).toMatchObject({ archivedAt: null });
  await pass(DAY);
  expect(await one.seen(one.ana)).toMatchObject({ archivedAt: expect.any(String) });
  expect(await two.seen(two.ben)).toMatchObject({ archivedAt: expect.any(String) });
  expect(await asked(one.ana, one.ben, two.ben)).toEqual([]);
  // The steward who is back within 30 days brings the group back.
  await restore(one.ste);
  expect(await answer(one.ana, UNARCHIVE_GROUP, one.group.id)).toBe('FORBIDDEN');
  expect(await answer(one.ste, UNARCHIVE_GROUP, one.group.id)).toBe('OK');
});

it('the only steward leaves after confirming that members will be asked', async () => {
  const { ste, ana, fac, idOf, seen } = await held();
  expect(await seen(ste)).toMatchObject({ isOnlySteward: true });
  const id = await idOf(ste);
  await expect(apiAs(await signInAgain(ste)).ask(LEAVE_GROUP, { id })).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'membership.lastSteward' },
  });
  expect(await idOf(ste)).toBe(id);
  expect(await answer(fac, LEAVE_WITHOUT_STEWARD, id)).toBe('FORBIDDEN');
  expect(await answer(ste, LEAVE_WITHOUT_STEWARD, id)).toBe('OK');
  await pass(14 * DAY);
  expect(await asked(fac)).toEqual(['fac']);
  for (const who of [ana, fac]) expect(await seen(who)).toMatchObject({ seeksSteward: true });
});

it('an erased steward starts the search, and the job finds a vacancy that no change recorded', async () => {
  const [one, two] = [await held(), await held()];
  await app.db.write(() => app.get(AccountDeletionService).end(one.ste.accountId));
  await app.db.query(`update account set standing = 'locked' where id = $1`, [two.ste.accountId]);
  await pass(0);
  await pass(14 * DAY);
  expect(await asked(one.fac)).toEqual(['fac']);
  expect(await asked(two.fac)).toEqual(['fac']);
});
