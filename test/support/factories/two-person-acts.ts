import { ViewerLoader } from '#access/viewer.loader.js';
import {
  type TwoPersonActKind,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import {
  type NewTwoPersonRequest,
  TwoPersonService,
} from '#audit/two-person/two-person.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import type { Approver } from '#policy/facts/member-facts.js';
import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import type { Person } from './make-people.js';

const FIELDS = `id kind state reason hash isMine missingDuty askedAt expiresAt decidedAt viewerCan shown { label value }`;

/**
 * Registers a kind of two-person act for tests. Executing the act inserts a row, so a rolled-back approval leaves no
 * row.
 */
export function registerTestKind(
  app: TestApp,
  kind: string,
  approver: Approver,
  more: Partial<TwoPersonActKind> = {},
) {
  app.get(TwoPersonActKinds).register({
    kind,
    approver,
    check: async () => undefined,
    execute: async ({ id }) => {
      await app.db.query('insert into rate_limit (key, points) values ($1, 1)', [`done ${id}`]);
    },
    shown: async ({ payload }) => [{ label: 'what', value: String(payload['what']) }],
    ...more,
  });
}

/** Returns how often an act was carried out. */
export async function countExecutions(app: TestApp, id: string): Promise<number> {
  const sql = 'select count(*)::int as count from rate_limit where key = $1';
  return (await app.db.query<{ count: number }>(sql, [`done ${id}`]))[0]!.count;
}

/** Requests a two-person act as a feature does, in this person's session. */
export async function requestTwoPersonAct(
  who: Requester,
  asking: Partial<NewTwoPersonRequest> & { kind: string },
) {
  const { app, cookie } = who;
  const viewer = (await app.get(ViewerLoader).fromCookie(cookie))!;
  const subjectKey = crypto.randomUUID();
  const rest = { subjectKey, payload: { what: 'esto' }, reason: 'Por lo que pasó en noviembre.' };
  const { id } = await app.get(TwoPersonService).ask(viewer, { ...rest, ...asking });
  return twoPersonActions(who).read(id);
}

/** Reads, approves and refuses two-person requests as one person. */
export const twoPersonActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  read: async (id: string): Promise<any> =>
    (await apiAs(who).ask(`query ($id: ID!) { twoPersonAct(id: $id) { ${FIELDS} } }`, { id }))
      .twoPersonAct,
  list: async (): Promise<string[]> =>
    (await apiAs(who).ask('{ twoPersonActs { id } }')).twoPersonActs.map(
      (act: { id: string }) => act.id,
    ),
  waiting: async (): Promise<number> =>
    (await apiAs(who).ask('{ twoPersonActsWaiting }')).twoPersonActsWaiting,
  approve: (actId: string, hash: string) =>
    apiAs(who).ask(
      `mutation ($input: ApproveTwoPersonActInput!) { approveTwoPersonAct(input: $input) { ${FIELDS} } }`,
      { input: { actId, hash } },
    ),
  refuse: (id: string) =>
    apiAs(who).ask(`mutation ($id: ID!) { refuseTwoPersonAct(actId: $id) { state } }`, { id }),
  withdraw: (id: string) =>
    apiAs(who).ask(`mutation ($id: ID!) { withdrawTwoPersonAct(actId: $id) { state } }`, { id }),
  change: (actId: string, reason: string) =>
    apiAs(who).ask(
      `mutation ($input: ChangeTwoPersonActInput!) { changeTwoPersonAct(input: $input) { hash } }`,
      { input: { actId, reason } },
    ),
});

/** Makes two people allies, whatever introductions they had before. */
export const makeAllies = (app: TestApp, one: Person, other: Person) =>
  app.db.write(() => app.get(AlliancesService).start(one.accountId, other.accountId));
