import { AlliancesService } from '#members/relationships/alliances.service.js';
import type { TestApp } from '../app/app.js';
import type { Requester } from '../app/client.js';
import { addLine } from '../factories/emergency-lines.js';
import { interpreterActions, makeInterpretedCall } from '../factories/support/interpreters.js';
import { partnerActions } from '../factories/support/case-partners.js';
import { helperActions } from '../factories/support/case-helpers.js';
import { linkActions } from '../factories/support/case-links.js';
import { taskActions } from '../factories/support/case-tasks.js';
import { joinSupporter, teamActions } from '../factories/support/case-team.js';
import {
  askForSupport,
  requesterActions,
  supporterActions,
  withWorkName,
} from '../factories/support-requests.js';
import { DAY } from '#kernel/clock.js';
import type { MatrixFixture, MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';
import { personOfColumn } from './matrix-people.js';

const supporter = async (app: TestApp) =>
  withWorkName(await personOfColumn(app, 'SU'), `Apoyo ${crypto.randomUUID().slice(0, 8)}`);

/**
 * Creates a request with three supporters: one has claimed and opened it, one asked its requester and gave it back, and one
 * has a conflict of interest.
 * Another request of the same requester waits.
 */
async function aRequest(app: TestApp): Promise<MatrixFixture> {
  const who = await personOfColumn(app, 'ME');
  const [held, left, tied] = [await supporter(app), await supporter(app), await supporter(app)];
  const id = await askForSupport(who);
  const otherId = await askForSupport(who);
  await supporterActions(left).claimAndOpen(id);
  await supporterActions(left).ask(id);
  await supporterActions(left).release(id);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, who.accountId));
  await supporterActions(held).claimAndOpen(id);
  const [other] = await app.db.query<{ number: number }>(
    'select number from support_request where id = $1',
    [otherId],
  );
  const { questions } = await requesterActions(who).one(id);
  return {
    id,
    more: { otherNumber: String(other!.number), questionId: questions[0].id },
    people: [
      ['ME', 'own', who],
      ['SU', 'assigned', held],
      ['SU', 'formerlyAssigned', left],
      ['SU', 'recused', tied],
    ],
  };
}

/** A person on the partner side of a case, who is offered it, one who was, and one who is invited. */
async function aPartnerSide(app: TestApp, requester: Requester, requestId: string) {
  const [partner, former, invited] = [
    ...[await personOfColumn(app, 'ME'), await personOfColumn(app, 'ME')],
    await personOfColumn(app, 'ME'),
  ];
  const rows = await app.db.query<{ id: string }>(
    `insert into case_partner (request_id, account_id, expires_at)
     values ($1, $2, $4), ($1, $3, $4) returning id`,
    [requestId, partner!.accountId, invited!.accountId, app.clock.in(14 * DAY)],
  );
  await partnerActions(partner!).accept(requestId);
  await partnerActions(requester).offerOwnership(requestId, rows[0]!.id);
  const people: RelatedPerson[] = [
    ['ME', 'partner', partner!],
    ['ME', 'formerPartner', former!],
    ['ME', 'invited', invited!],
  ];
  return { nextOwnerId: rows[0]!.id, partnerId: rows[1]!.id, people };
}

/** A person who is asked to help from outside, one who no longer helps, and one to whom the requester can consent. */
async function outsideHelpers(app: TestApp, requestId: string, lead: Requester) {
  const [helper, former, described] = [
    ...[await personOfColumn(app, 'ME'), await personOfColumn(app, 'ME')],
    await personOfColumn(app, 'ME'),
  ];
  const expiresAt = app.clock.in(14 * DAY);
  await app.db.query(
    `insert into case_helper (request_id, account_id, expires_at, state, ended_at, ended_by)
     values ($1, $2, $5, 'asked', null, null), ($1, $3, $5, 'ended', now(), 'helper'), ($1, $4, $5, 'asked', null, null)`,
    [requestId, ...[helper, former, described].map((one) => one!.accountId), expiresAt],
  );
  await helperActions(described!).agree(requestId, 'Gasista');
  const shown = await helperActions(lead).list(requestId);
  const { id: helperId } = shown.find(({ state }) => state === 'willing');
  await helperActions(lead).describe({ requestId, helperId });
  const people: RelatedPerson[] = [
    ['ME', 'helper', helper!],
    ['ME', 'formerHelper', former!],
  ];
  return { helperId, people };
}

/** The request as an accepted case, with a supporter who joined it, one who is asked to, and a partner side. */
export async function makeCaseFixture(app: TestApp): Promise<MatrixFixture> {
  const { id, people, ...fixture } = await aRequest(app);
  const personOf = (relation: string) => people.find(([, is]) => is === relation)![2];
  const [lead, requester] = [personOf('assigned'), personOf('own')];
  await supporterActions(lead).accept(id);
  const joined = await joinSupporter(app, { supporter: lead, requester, requestId: id });
  const [offered, free] = [await supporter(app), await supporter(app)];
  await teamActions(lead).offer(id, offered.supporterId);
  const side = await aPartnerSide(app, requester, id);
  const outside = await outsideHelpers(app, id, lead);
  const taskId = await taskActions(lead).add(id);
  const linkId = await linkActions(lead).add(id);
  const taskReadAs = await taskActions(lead).readAs({ requestId: id, taskId });
  return {
    ...{ ...fixture, id },
    more: {
      ...{ ...fixture.more, partnerId: side.partnerId, nextOwnerId: side.nextOwnerId },
      ...{ helperId: outside.helperId, linkId, taskId, taskReadAs },
      ...{ offeredId: offered.supporterId, formerlyOfferedId: free.supporterId },
    },
    people: [
      ...[...people, ...side.people, ...outside.people],
      ...([
        ['SU', 'supporting', joined],
        ['SU', 'offered', offered],
      ] satisfies RelatedPerson[]),
    ],
  };
}

export const SUPPORT_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  /** Nobody has a relation to a line: the duty alone decides. */
  EmergencyLine: async (app) => {
    const [one, other] = [await personOfColumn(app, 'AD'), await personOfColumn(app, 'AD')];
    const { id } = await addLine(one, other);
    return { id, people: [] };
  },
  /** A member interprets a booked call of a requester who agreed to them. */
  Interpretation: async (app) => {
    const who = await personOfColumn(app, 'ME');
    const made = await makeInterpretedCall(app, { who });
    const [{ id }] = await interpreterActions(made.interpreter).calls();
    return { id, people: [['ME', 'own', who]] };
  },
  /** The part of the supporter who leads the case of a member. */
  Supporter: async (app) => {
    const { people, ...fixture } = await makeCaseFixture(app);
    const [lead] = await app.db.query<{ id: string }>(
      `select p.id from participation p join support_request r on r.id = p.case_id and r.assignee_id = p.account_id
       where r.id = $1`,
      [fixture.id],
    );
    return { id: lead!.id, people: people.filter(([, relation]) => relation === 'own') };
  },
  SupportRequest: aRequest,
  'SupportRequest, accepted': makeCaseFixture,
  async 'SupportRequest, paused'(app): Promise<MatrixFixture> {
    const fixture = await makeCaseFixture(app);
    const [, , requester] = fixture.people.find(([, relation]) => relation === 'own')!;
    await partnerActions(requester).leaveOwn(fixture.id);
    return fixture;
  },
  async 'SupportRequest, closed'(app): Promise<MatrixFixture> {
    const fixture = await aRequest(app);
    const [, , held] = fixture.people.find(([, relation]) => relation === 'assigned')!;
    await supporterActions(held).accept(fixture.id);
    await supporterActions(held).close(fixture.id);
    return fixture;
  },
};
