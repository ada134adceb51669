import type { Client } from 'pg';
import { AuditChain } from '#audit/chain/audit-chain.service.js';
import { AuditHeads } from '#audit/chain/audit-heads.js';
import type { TamperingFinding } from '#audit/chain/tampering-findings.js';
import type { ChainHead } from '#audit/chain/audit-head-check.js';
import { AuditService } from '#audit/audit.service.js';
import type { Duty } from '#policy/viewer.js';
import { Viewer } from '#policy/viewer.js';
import type { TestApp } from './app.js';

/** Records one audit entry in a separate transaction, as features do. */
export function recordAuditEntry(
  app: TestApp,
  more: { actorId?: string; aboutId?: string; duty?: Duty } = {},
) {
  const { actorId, ...about } = more;
  const viewer = actorId ? { ...Viewer.nobody(), accountId: actorId } : Viewer.system('a test');
  const said = { action: 'readFile', subjectType: 'Application', reason: 'review', ...about };
  return app.db.write(() => app.get(AuditService).record(viewer, said));
}

export async function recordAuditEntries(app: TestApp, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await recordAuditEntry(app);
}

/** Returns the problems of the audit chain, compared with the given heads. */
export const auditFaults = async (
  app: TestApp,
  heads: readonly ChainHead[] = [],
): Promise<readonly TamperingFinding[]> => (await app.get(AuditChain).verify(heads)).faults;

export const storedAuditHeads = async (app: TestApp): Promise<ChainHead[]> =>
  (await app.get(AuditHeads).all()).heads;

/** Drops the triggers that prevent changes of audit entries, as the owner of the database could. */
export const dropAuditProtection = (attacker: Client) =>
  attacker.query(`alter table audit_entry disable trigger all;
    alter table audit_entry drop constraint audit_entry_seq_key, alter column seq drop not null`);

export const auditEntryIdAt = async (attacker: Client, seq: number): Promise<string> =>
  (await attacker.query('select id from audit_entry where seq = $1', [seq])).rows[0].id as string;
