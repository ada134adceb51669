import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import type { TestApp } from '../app/app.js';
import type { Requester } from '../app/client.js';
import { setTestPassword } from '../app/test-password.js';
import { type PersonKind, type Person, makePerson } from '../factories/make-people.js';

/** One representative per column of the permission matrix, as requesters over HTTP. */
const KINDS = {
  AP: ['applicant'],
  PR: ['probation'],
  ME: ['member'],
  VT: ['member', DutyName.vet],
  MO: ['member', DutyName.moderate],
  SU: ['supporter'],
  AU: ['auditor'],
  AD: ['administrator'],
  SP: ['suspended'],
  LO: ['locked'],
  FO: ['former'],
  GU: ['guest'],
} as const satisfies Record<string, readonly [PersonKind, DutyName?]>;

export type SignedInColumn = keyof typeof KINDS;
export type HttpColumn = SignedInColumn | 'AN';
export const SIGNED_IN_COLUMNS = Object.keys(KINDS) as SignedInColumn[];
export const HTTP_COLUMNS: readonly HttpColumn[] = ['AN', ...SIGNED_IN_COLUMNS];

/** Creates a person of this column who has just confirmed their password. */
export async function personOfColumn(app: TestApp, column: SignedInColumn): Promise<Person> {
  const [kind, duty] = KINDS[column] as readonly [PersonKind, DutyName?];
  const made = await makePerson(app, column.toLowerCase(), kind);
  if (duty) await app.get(AccountsService).grantDuty(made.accountId, duty);
  if (column !== 'GU') await setTestPassword(app, made);
  return made;
}

/** Creates a requester of this column; anonymous for AN. */
export const requesterOfColumn = async (app: TestApp, column: HttpColumn): Promise<Requester> =>
  column === 'AN' ? { app } : personOfColumn(app, column);
