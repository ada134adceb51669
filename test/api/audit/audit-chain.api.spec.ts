import { Client } from 'pg';
import { AuditChain } from '#audit/chain/audit-chain.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import {
  recordAuditEntry,
  recordAuditEntries,
  auditFaults,
  auditEntryIdAt,
  dropAuditProtection,
} from '../../support/app/audit-entries.js';
import { makePeople } from '../../support/factories/make-people.js';

let app: TestApp;
let attacker: Client;
beforeEach(async () => {
  app = await startApp({ TRAMA_WORKER: '0' });
  attacker = new Client(app.databaseUrl);
  await attacker.connect();
});
afterEach(async () => {
  await attacker.end();
  await app.stop();
});

describe('verifying an audit table that was changed with SQL', () => {
  test.each<[string, string, object[]]>([
    [
      'a change',
      `update audit_entry set reason = 'risk' where seq = 4`,
      [{ kind: 'altered', seq: 4 }],
    ],
    [
      'a reordering',
      `update audit_entry set seq = case seq when 3 then 7 else 3 end where seq in (3, 7)`,
      [
        { kind: 'reordered', seq: 3, belongsAt: 7 },
        { kind: 'reordered', seq: 7, belongsAt: 3 },
      ],
    ],
    [
      'an insertion',
      `insert into audit_entry (id, seq, hash, action, subject_type)
       select uuidv7(), 5, hash, action, subject_type from audit_entry where seq = 5`,
      [{ kind: 'inserted', seq: 5 }],
    ],
    [
      'an insertion without a sequence number',
      `insert into audit_entry (hash, action, subject_type) values ('', 'claim', 'Report')`,
      [{ kind: 'inserted', seq: 0 }],
    ],
    [
      'an insertion that renumbers later entries',
      `update audit_entry set seq = seq + 1 where seq >= 5;
       insert into audit_entry (seq, hash, action, subject_type) values (5, '', 'claim', 'Report')`,
      [{ kind: 'inserted', seq: 5 }],
    ],
    ['a removal', `delete from audit_entry where seq = 6`, [{ kind: 'removed', seq: 6, upTo: 6 }]],
    [
      'a removal that renumbers later entries',
      `delete from audit_entry where seq in (4, 5); update audit_entry set seq = seq - 2 where seq > 5`,
      [{ kind: 'removed', seq: 4, upTo: 5 }],
    ],
    [
      'an invalid time',
      `update audit_entry set created_at = 'infinity' where seq = 9`,
      [{ kind: 'altered', seq: 9 }],
    ],
  ])('reports %s', async (_, sql, faults) => {
    await recordAuditEntries(app, 10);
    expect(await auditFaults(app)).toEqual([]);
    await dropAuditProtection(attacker);
    await attacker.query(sql);
    const found = await auditFaults(app);
    expect(found).toMatchObject(faults);
    expect(found).toHaveLength(faults.length);
    for (const { kind, id, seq } of found) {
      if (kind === 'altered' || kind === 'reordered')
        expect(id).toBe(await auditEntryIdAt(attacker, seq));
    }
  });

  test('reports a truncated end only when an externally stored head is given', async () => {
    await recordAuditEntries(app, 6);
    const head = await app.get(AuditChain).head();
    await recordAuditEntries(app, 2);
    await dropAuditProtection(attacker);
    await attacker.query('delete from audit_entry where seq > 4');
    expect(await auditFaults(app)).toEqual([]);
    expect(await auditFaults(app, [head])).toEqual([{ kind: 'cut', seq: 5, upTo: 6, id: null }]);
  });

  test('reports a rewritten chain only when an externally stored head is given', async () => {
    await recordAuditEntries(app, 6);
    const head = await app.get(AuditChain).head();
    await dropAuditProtection(attacker);
    await attacker.query('delete from audit_entry');
    await recordAuditEntries(app, 8);
    expect(await auditFaults(app)).toEqual([]);
    expect(await auditFaults(app, [head])).toEqual([{ kind: 'rewritten', seq: 6, id: null }]);
  });
});

test('PostgreSQL refuses to update, delete or truncate audit entries', async () => {
  await recordAuditEntries(app, 3);
  for (const sql of [
    `update audit_entry set reason = 'risk'`,
    'delete from audit_entry where seq = 3',
    'truncate audit_entry',
  ]) {
    await expect(attacker.query(sql)).rejects.toThrow('audit entries are never changed');
  }
  expect(await auditFaults(app)).toEqual([]);
  expect(await app.get(AuditChain).head()).toMatchObject({ seq: 3 });
});

test('an audit entry keeps its actor and its subject after both accounts are deleted', async () => {
  const { mo, ada } = await makePeople(app, { mo: 'moderator', ada: 'member' });
  await recordAuditEntry(app, { actorId: mo.accountId, aboutId: ada.accountId, duty: 'vet' });
  const entries = 'select actor_id, about_id from audit_entry where duty = $1';
  for (const { accountId } of [mo, ada]) {
    await app.db.write(() => app.get(AccountDeletionService).end(accountId));
  }
  expect((await attacker.query(entries, ['vet'])).rows).toEqual([
    { actor_id: mo.accountId, about_id: ada.accountId },
  ]);
  expect(await auditFaults(app)).toEqual([]);
});

test('fifty concurrent acts are all written, in one unbroken audit chain', async () => {
  await Promise.all(Array.from({ length: 50 }, () => recordAuditEntry(app)));
  const found = await app.get(AuditChain).verify([]);
  expect(found).toEqual({ upTo: 50, isDone: true, faults: [], unnamed: 0 });
});

test('a rolled-back act leaves no gap in the audit chain', async () => {
  await recordAuditEntries(app, 2);
  const undone = app.db.write(async () => {
    await recordAuditEntry(app);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await recordAuditEntries(app, 2);
  expect(await app.get(AuditChain).verify([])).toMatchObject({ upTo: 4, faults: [] });
});

test('verifying the audit chain in parts finds the same faults as verifying it whole', async () => {
  await recordAuditEntries(app, 9);
  await dropAuditProtection(attacker);
  await attacker.query('delete from audit_entry where seq = 6');
  const chain = app.get(AuditChain);
  const first = await chain.verify([], 0, 4);
  expect(first).toMatchObject({ upTo: 4, isDone: false, faults: [] });
  expect(await chain.verify([], 4, 4)).toMatchObject({
    upTo: 9,
    faults: [{ kind: 'removed', seq: 6 }],
  });
  await expect(chain.verify([], 6)).rejects.toMatchObject({ code: 'INVALID' });
});
