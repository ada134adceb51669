import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { DutyName } from '#members/duty.entity.js';
import { OfferJobs } from '#support/team/offer-jobs.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, signInAgain, type Person } from '../../support/factories/make-people.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import {
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeCase, threadActions } from '../../support/messages/case-threads.js';

const app = useApp();

/** Every way to read a case; each answers NOT_FOUND to everybody else. */
async function readCodes(
  who: Person,
  made: { requestId: string; requesterId: string; internalId: string },
) {
  return [
    await supporterActions(who).openCode(made.requestId),
    await threadActions(who).readCode(made.requesterId),
    await threadActions(who).readCode(made.internalId),
    await teamActions(who).teamCode(made.requestId),
  ];
}
const ALL_CLOSED = ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'];
const ALL_OPEN = ['OK', 'OK', 'OK', 'OK'];

describe('a supporter whom the lead asks to join', () => {
  it('the requester is told before that supporter reads anything, and is known to them by work name', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const other = await makeSupporter(app);
    await requesterActions(requester).see(requestId);
    await teamActions(supporter).offer(requestId, other.supporterId);
    expect(await requesterActions(requester).news()).toBe(1);
    const { members, offers } = await teamActions(requester).team(requestId);
    expect(members).toEqual([
      {
        supporter: { id: supporter.supporterId, workName: supporter.workName },
        ...{ isLead: true, wouldLead: false },
      },
    ]);
    expect(offers).toMatchObject([
      { supporter: { workName: other.workName }, takesOver: false, isAgreed: false },
    ]);
    expect(await teamActions(other).offers()).toMatchObject([
      { id: requestId, takesOver: false, leadName: supporter.workName, kind: 'care' },
    ]);
    expect(JSON.stringify(await teamActions(other).offers())).not.toContain('Nayra');
    expect(await readCodes(other, made)).toEqual(ALL_CLOSED);
    await waitForJobs(app);
  });

  it('the supporter accepts after a day, or once the requester agreed, and reads both threads', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId, requesterId, internalId } = made;
    await threadActions(supporter).post(requesterId, 'Antes');
    const [patient, agreed] = [await makeSupporter(app), await makeSupporter(app)];
    for (const { supporterId } of [patient, agreed])
      await teamActions(supporter).offer(requestId, supporterId);
    expect(await teamActions(agreed).acceptCode(requestId)).toBe('CONFLICT');
    expect(await readCodes(agreed, made)).toEqual(ALL_CLOSED);
    await teamActions(requester).agree(requestId, agreed.supporterId);
    await teamActions(agreed).accept(requestId);
    expect(await readCodes(agreed, made)).toEqual(ALL_OPEN);
    expect(await teamActions(patient).acceptCode(requestId)).toBe('CONFLICT');
    app.clock.move(DAY + HOUR);
    await teamActions(await signInAgain(patient)).accept(requestId);
    const [one, other] = [await signInAgain(agreed), await signInAgain(patient)];
    await threadActions(one).post(requesterId, 'De la segunda');
    await threadActions(other).post(internalId, 'Nota');
    const messages = await threadActions(await signInAgain(requester)).read(requesterId);
    expect(messages.map(({ authorName }) => authorName)).toEqual([
      supporter.workName,
      agreed.workName,
    ]);
    expect(await supporterActions(one).mine()).toMatchObject([{ id: requestId }]);
  });

  it('an urgent case can be accepted after an hour', async () => {
    const { supporter, requestId } = await makeCase(app, { said: { danger: 'yes' } });
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    app.clock.move(HOUR - MINUTE);
    const back = await signInAgain(other);
    expect(await teamActions(back).acceptCode(requestId)).toBe('CONFLICT');
    app.clock.move(MINUTE);
    expect(await teamActions(back).acceptCode(requestId)).toBe('OK');
  });

  it('a requester who excludes the supporter takes the offer away', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    await requesterActions(requester).exclude(requestId, [other.supporterId]);
    expect(await teamActions(other).offers()).toEqual([]);
    expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
    expect((await teamActions(supporter).team(requestId)).offers).toEqual([]);
    expect(await readCodes(supporter, made)).toEqual(ALL_OPEN);
  });

  it('the supporter declines, the lead takes an offer back, and an offer ends after 7 days', async () => {
    const { supporter, requestId } = await makeCase(app);
    const others = [await makeSupporter(app), await makeSupporter(app), await makeSupporter(app)];
    const [declines, loses, late] = others;
    for (const { supporterId } of others)
      await teamActions(supporter).offer(requestId, supporterId);
    await teamActions(declines!).decline(requestId);
    await teamActions(supporter).withdraw(requestId, loses!.supporterId);
    expect(await teamActions(declines!).acceptCode(requestId)).toBe('NOT_FOUND');
    expect(await teamActions(loses!).acceptCode(requestId)).toBe('NOT_FOUND');
    app.clock.move(7 * DAY);
    const back = await signInAgain(late!);
    expect(await teamActions(back).offers()).toEqual([]);
    expect(await teamActions(back).acceptCode(requestId)).toBe('NOT_FOUND');
    await app.get(OfferJobs).endOffers();
    app.clock.move(7 * DAY);
    await app.get(OfferJobs).endOffers();
    expect(
      await app.db.query('select from supporter_offer where request_id = $1', [requestId]),
    ).toEqual([]);
  });

  it('nobody learns why a supporter cannot be asked', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const [excluded, tied, former, gone] = [
      ...[await makeSupporter(app), await makeSupporter(app)],
      ...[await makeSupporter(app), await makeSupporter(app)],
    ];
    await requesterActions(requester).exclude(requestId, [excluded!.supporterId]);
    await app.db.write(() => app.get(AlliancesService).start(tied!.accountId, requester.accountId));
    await app.db.query('delete from duty where account_id = $1', [former!.accountId]);
    await app.db.query(`update account set standing = 'suspended' where id = $1`, [
      gone!.accountId,
    ]);
    const ids = [excluded, tied, former, gone, supporter].map((one) => one!.supporterId);
    for (const id of [...ids, crypto.randomUUID(), 'x'])
      await expect(teamActions(supporter).offer(requestId, id)).rejects.toMatchObject({
        ...{ code: 'CONFLICT', reason: 'support.cannotBeAsked' },
      });
    const free = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, free.supporterId);
    expect((await teamActions(supporter).team(requestId)).offers).toHaveLength(1);
  });

  it('a case has three supporters besides its lead, and one offer to take it over', async () => {
    const made = await makeCase(app);
    const { supporter, requestId } = made;
    for (let n = 0; n < 2; n += 1) await joinSupporter(app, made);
    const [third, fourth] = [await makeSupporter(app), await makeSupporter(app)];
    await teamActions(supporter).offer(requestId, third.supporterId);
    const offer = (id: string, takesOver = false) =>
      teamActions(supporter).offer(requestId, id, takesOver);
    await expect(offer(third.supporterId)).rejects.toMatchObject({
      reason: 'support.alreadyAsked',
    });
    await expect(offer(fourth.supporterId)).rejects.toMatchObject({ reason: 'support.teamFull' });
    await offer(fourth.supporterId, true);
    const fifth = await makeSupporter(app);
    await expect(offer(fifth.supporterId, true)).rejects.toMatchObject({
      reason: 'support.handoverOpen',
    });
  });

  it('nobody besides the lead can make an offer, and nobody besides the requester can agree to it', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const joined = await joinSupporter(app, made);
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    for (const who of [requester, joined, other, await makePerson(app, 'ona', 'member')]) {
      const free = await makeSupporter(app);
      await expect(teamActions(who).offer(requestId, free.supporterId)).rejects.toMatchObject({
        code: who === joined ? 'FORBIDDEN' : 'NOT_FOUND',
      });
    }
    for (const who of [supporter, joined, other])
      expect(await teamActions(who).agreeCode(requestId, other.supporterId)).toBe('NOT_FOUND');
    expect(await teamActions(requester).agreeCode(requestId, other.supporterId)).toBe('OK');
  });
});

describe('a supporter who joined a case', () => {
  it.each(['excluded', 'tied', 'suspended', 'without the duty', 'leaving', 'resting'] as const)(
    'reads nothing any more once they are %s, while the lead reads on',
    async (how) => {
      const made = await makeCase(app);
      const { requester, supporter, requestId } = made;
      const joined = await joinSupporter(app, made);
      expect(await readCodes(joined, made)).toEqual(ALL_OPEN);
      if (how === 'excluded')
        await requesterActions(requester).exclude(requestId, [joined.supporterId]);
      if (how === 'tied')
        await app.db.write(() =>
          app.get(AlliancesService).start(joined.accountId, requester.accountId),
        );
      if (how === 'suspended')
        await app.db.query(`update account set standing = 'suspended' where id = $1`, [
          joined.accountId,
        ]);
      if (how === 'without the duty')
        await app.db.query('delete from duty where account_id = $1 and name = $2', [
          ...[joined.accountId, DutyName.support],
        ]);
      if (how === 'leaving') await teamActions(joined).leave(requestId);
      if (how === 'resting') await supporterActions(joined).rest();
      expect(await readCodes(joined, made)).toEqual(ALL_CLOSED);
      expect(await readCodes(supporter, made)).toEqual(ALL_OPEN);
      expect(await requesterActions(requester).one(requestId)).toMatchObject({ stage: 'accepted' });
    },
  );

  it('leads the case when its lead gives it back, if they agreed to that', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId, requesterId } = made;
    const [first, second] = [await joinSupporter(app, made), await joinSupporter(app, made, true)];
    await supporterActions(supporter).release(requestId);
    expect(await readCodes(supporter, made)).toEqual(ALL_CLOSED);
    expect(await requesterActions(requester).one(requestId)).toMatchObject({
      ...{ stage: 'accepted', supporterName: second.workName, reply: null },
    });
    expect(await teamActions(requester).names(requestId)).toEqual([
      ...[second.workName, first.workName],
    ]);
    await threadActions(second).post(requesterId, 'Sigo yo');
    expect(await readCodes(first, made)).toEqual(ALL_OPEN);
    const third = await makeSupporter(app);
    await teamActions(second).offer(requestId, third.supporterId);
  });

  it('loses a case whose lead leaves if nobody agreed to lead it', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const joined = await joinSupporter(app, made);
    await supporterActions(supporter).release(requestId);
    expect(await requesterActions(requester).one(requestId)).toMatchObject({
      ...{ stage: 'waiting', supporterName: null },
    });
    expect(await readCodes(joined, made)).toEqual(ALL_CLOSED);
    expect(
      await app.db.query('select from case_supporter where request_id = $1', [requestId]),
    ).toEqual([]);
  });

  it('reads no closed case, and it reopens to the one who led it', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const joined = await joinSupporter(app, made, true);
    await supporterActions(supporter).close(requestId);
    expect(await readCodes(joined, made)).toEqual(ALL_CLOSED);
    await requesterActions(requester).reopen(requestId);
    expect(await readCodes(supporter, made)).toEqual(ALL_OPEN);
    expect(await readCodes(joined, made)).toEqual(ALL_CLOSED);
  });

  it('appears in the openings under their work name, and not before they joined', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const joined = await joinSupporter(app, made);
    await supporterActions(joined).open(requestId);
    const names = async () =>
      (await requesterActions(requester).openings(requestId)).map((one) => one.supporterName);
    expect(await names()).toEqual([joined.workName, null]);
    await threadActions(supporter).read(made.requesterId);
    expect(await names()).toEqual([joined.workName, null]);
  });

  it('cannot close the case, give it back or arrange its call', async () => {
    const made = await makeCase(app);
    const joined = await joinSupporter(app, made);
    const does = supporterActions(joined);
    await expect(does.close(made.requestId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(does.release(made.requestId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const call = 'query ($id: ID!) { introductoryCall(requestId: $id) { requestId } }';
    expect(await apiAs(joined).code(call, { id: made.requestId })).toBe('NOT_FOUND');
  });
});

describe('a case that is handed over', () => {
  it('the new supporter reads it, and the former lead does not any more', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId, requesterId } = made;
    await threadActions(supporter).post(requesterId, 'Te dejo con otra persona');
    const next = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, next.supporterId, true);
    await requesterActions(requester).see(requestId);
    expect(await readCodes(next, made)).toEqual(ALL_CLOSED);
    await teamActions(requester).agree(requestId, next.supporterId);
    await teamActions(next).accept(requestId);
    expect(await readCodes(next, made)).toEqual(ALL_OPEN);
    expect(await readCodes(supporter, made)).toEqual(ALL_CLOSED);
    expect(await requesterActions(requester).news()).toBe(1);
    expect(await requesterActions(requester).one(requestId)).toMatchObject({
      ...{ stage: 'accepted', supporterName: next.workName, reply: null },
    });
    await supporterActions(next).close(requestId);
  });

  it('a supporter at the limit of cases cannot take it over', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const next = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, next.supporterId, true);
    await teamActions(requester).agree(requestId, next.supporterId);
    const held = Array.from({ length: 8 }, () => crypto.randomUUID());
    await app.db.query(
      `insert into support_request (id, requester_id, send_key, input_hash, number, kind, priority, languages, stage,
         due_at, assignee_id, key, content)
       select h, r.requester_id, h, r.input_hash, r.number + row_number() over (), r.kind, r.priority, r.languages,
         r.stage, r.due_at, $3, r.key, r.content
       from support_request r, unnest($2::uuid[]) h where r.id = $1`,
      [requestId, held, next.accountId],
    );
    expect(await teamActions(next).acceptCode(requestId)).toBe('TOO_MANY');
    await app.db.query('delete from support_request where id = any($1)', [held]);
    expect(await teamActions(next).acceptCode(requestId)).toBe('OK');
  });

  it.each(['withdraw', 'exclude'] as const)(
    'an acceptance and a simultaneous %s have one winner, and nobody reads without a right',
    async (how) => {
      const made = await makeCase(app);
      const { requester, supporter, requestId } = made;
      const next = await makeSupporter(app);
      await teamActions(supporter).offer(requestId, next.supporterId, true);
      await teamActions(requester).agree(requestId, next.supporterId);
      const [code] = await Promise.all([
        teamActions(next).acceptCode(requestId),
        how === 'withdraw'
          ? teamActions(supporter)
              .withdraw(requestId, next.supporterId)
              .catch(() => undefined)
          : requesterActions(requester).exclude(requestId, [next.supporterId]),
      ]);
      expect(['OK', 'NOT_FOUND']).toContain(code);
      const reads = await readCodes(next, made);
      const isIn = how === 'withdraw' && code === 'OK';
      expect(reads).toEqual(isIn ? ALL_OPEN : ALL_CLOSED);
    },
  );

  it('two supporters who accept at the same time both join, or the one who leads wins', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const [joins, leads] = [await makeSupporter(app), await makeSupporter(app)];
    await teamActions(supporter).offer(requestId, joins.supporterId);
    await teamActions(supporter).offer(requestId, leads.supporterId, true);
    for (const { supporterId } of [joins, leads])
      await teamActions(requester).agree(requestId, supporterId);
    const codes = await Promise.all([
      teamActions(joins).acceptCode(requestId),
      teamActions(leads).acceptCode(requestId),
    ]);
    expect(codes[1]).toBe('OK');
    expect(await readCodes(leads, made)).toEqual(ALL_OPEN);
    expect(await readCodes(joins, made)).toEqual(codes[0] === 'OK' ? ALL_OPEN : ALL_CLOSED);
    expect(await readCodes(supporter, made)).toEqual(ALL_CLOSED);
  });
});
