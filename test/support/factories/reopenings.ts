import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import { waitForJobs } from '../app/wait-for-jobs.js';
import {
  admitApplicant,
  makeApplicant,
  giveVouchByCode,
  withdrawGivenVouch,
} from './applicants-and-reviewers.js';
import { makePerson, type Person } from './make-people.js';

const FILE = `mutation ($id: ID!) { openReopening(id: $id) {
  id reason words person { id name } cameIn { month vouchesNeeded vouchesCounted isFoundingRule }
  claimEndsAt ownOpinion { says words } otherOpinions { says words } viewerCan } }`;
const ITEMS = `{ reopeningQueue(first: 50) { nextCursor
  items { id createdAt claimEndsAt otherReaders opinionsWritten isJudgedByMe } } }`;
export const JUDGE_REOPENING =
  'mutation ($input: JudgeReopeningInput!) { judgeReopening(input: $input) }';
export const CLAIM_REOPENING = 'mutation ($id: ID!) { claimReopening(id: $id) }';

/** Actions of a reviewer on a reopening. */
export const reopeningActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  queue: async (): Promise<any[]> => (await apiAs(who).ask(ITEMS)).reopeningQueue.items,
  claim: (id: string) => apiAs(who).ask(CLAIM_REOPENING, { id }),
  release: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { releaseReopening(id: $id) }', { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  open: async (id: string): Promise<any> => (await apiAs(who).ask(FILE, { id })).openReopening,
  openCode: (id: string) => apiAs(who).code(FILE, { id }),
  judge: (id: string, says: 'stays' | 'concern', words = 'Lo leí con calma.') =>
    apiAs(who).ask(JUDGE_REOPENING, { input: { id, says, words } }),
  /** Claims the reopening and records an opinion. */
  async look(id: string, says: 'stays' | 'concern', words?: string) {
    await reopeningActions(who).claim(id);
    await reopeningActions(who).open(id);
    return reopeningActions(who).judge(id, says, words);
  },
});

export interface Reopening {
  readonly id: string;
  readonly voucher: Person;
  readonly memberId: string;
}

/** Creates a reopening: a member whose vouch was withdrawn. */
export async function makeReopening(
  app: TestApp,
  by: readonly [Requester, Requester, ...Requester[]],
  said: Record<string, unknown> = {},
): Promise<Reopening> {
  const nayra = await makeApplicant(app);
  const { id: applicationId, vouchCode } = await nayra.own();
  const voucher = await makePerson(app, 'ana', 'member');
  const { giveVouch } = await giveVouchByCode(voucher, vouchCode);
  await giveVouchByCode(await makePerson(app, 'beto', 'member'), vouchCode);
  await admitApplicant(by.slice(0, 2), applicationId);
  await withdrawGivenVouch(voucher, giveVouch.id, {
    reason: 'conduct',
    words: 'Pidió dinero.',
    ...said,
  });
  await waitForJobs(app);
  const [row] = await app.db.query<{ id: string }>(
    'select id from reopening where account_id = $1',
    [nayra.accountId],
  );
  return { id: row!.id, voucher, memberId: nayra.accountId };
}
