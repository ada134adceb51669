import type { ErrorCode } from '../app/client.js';
import { apiAs } from '../app/client.js';
import { matterDocument, sanctionReason } from './moderation-documents.js';
import { twoPersonActions } from './two-person-acts.js';
import type { Person } from './make-people.js';

const ASK = `mutation ($input: AskRemovalInput!) { askToRemoveMember(input: $input) {
  id kind hash state shown { label value } } }`;
const WHY = 'Ya le escribimos dos veces y sigue.';

export interface RemovalRequest {
  readonly id: string;
  readonly kind: string;
  readonly hash: string;
  readonly shown: readonly { label: string; value: string }[];
}

/** Requests the removal of the reported member. */
export const requestRemoval = async (
  who: Person,
  matterId: string,
  more: Record<string, unknown> = {},
): Promise<RemovalRequest> => {
  const input = { matterId, why: WHY, ...sanctionReason(), ...more };
  return (await apiAs(who).ask(ASK, { input })).askToRemoveMember;
};

export const removalRequestErrorCode = (who: Person, matterId: string): Promise<ErrorCode | 'OK'> =>
  apiAs(who).code(ASK, { input: { matterId, why: WHY, ...sanctionReason() } });

/** One moderator requests the removal of a member, and another moderator approves it. Returns the id of the request. */
export async function removeMember(
  asker: Person,
  approver: Person,
  matterId: string,
): Promise<string> {
  await apiAs(asker).ask(matterDocument('claimMatter'), { id: matterId });
  const { id, hash } = await requestRemoval(asker, matterId);
  await twoPersonActions(approver).approve(id, hash);
  return id;
}

export const standingOfPerson = async ({ app, accountId }: Person): Promise<string> =>
  (await app.db.query('select standing from account where id = $1', [accountId]))[0]![
    'standing'
  ] as string;
