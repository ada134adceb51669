import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AuditJobs } from '#audit/audit.jobs.js';
import { TwoPersonActEnded } from '#audit/two-person/two-person.events.js';
import { EventsService } from '#events/events.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { auditHeadCommand, auditVerifyCommand } from '../../../apps/cli/audit-chain.js';
import { CommandError, UsageError } from '../../../apps/cli/command.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import {
  recordAuditEntries,
  auditFaults,
  auditEntryIdAt,
  storedAuditHeads,
  dropAuditProtection,
} from '../../support/app/audit-entries.js';
import { apiAs } from '../../support/app/client.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';

/**
 * Heads of the audit chain are stored outside the database; the job, the page and the command verify the chain against
 * them.
 */
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

const PART = `query ($from: Int, $heads: String) { auditVerification(from: $from, heads: $heads) {
  upTo isDone total heads unnamed unreadableHeads faults { kind seq id upTo belongsAt behind { seq id } } } }`;

test('only auditors and administrators may verify the audit chain and download its head', async () => {
  await recordAuditEntries(app, 3);
  const { au, ad, ada } = await makePeople(app, {
    au: 'auditor',
    ad: 'administrator',
    ada: 'moderator',
  });
  await app.get(AuditJobs).keepHead();
  for (const who of [au, ad]) {
    const { auditHead: head } = await apiAs(who).ask('{ auditHead { seq hash at } }');
    const answer = (await apiAs(who).ask(PART, { heads: JSON.stringify(head) })).auditVerification;
    expect(answer).toMatchObject({ upTo: 3, isDone: true, total: 3, heads: 2, faults: [] });
  }
  const other = { seq: 2, hash: 'f'.repeat(64), at: '2026-12-01T00:00:00Z' };
  const heads = JSON.stringify(other);
  const { faults } = (await apiAs(au).ask(PART, { heads })).auditVerification;
  expect(faults).toMatchObject([{ kind: 'rewritten', seq: 2 }]);
  expect(await apiAs(au).code(PART, { heads: `${heads}\nx` })).toBe('INVALID');
  expect(await apiAs(au).code(PART, { from: 77 })).toBe('INVALID');
  for (const document of [PART, '{ auditHead { seq } }']) {
    expect(await apiAs(ada).code(document)).toBe('FORBIDDEN');
    expect(await apiAs({ app }).code(document)).toBe('UNAUTHENTICATED');
  }
});

describe('the command audit:verify', () => {
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'trama-heads-'));
  beforeEach(() => {
    Object.assign(process.env, {
      DATABASE_URL: app.databaseUrl,
      TRAMA_DATA_DIR: app.dataDir,
      TRAMA_AUDIT_HEAD_DIR: folder,
    });
  });
  afterEach(() => {
    process.env = { ...before };
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (command: typeof auditHeadCommand, ...args: string[]) => {
    const lines: string[] = [];
    const end = await command
      .run(args, (line) => void lines.push(line))
      .catch((error: unknown) => error);
    return { lines, end };
  };

  test('verifies the chain against every stored head, and fails if a head does not match', async () => {
    await recordAuditEntries(app, 5);
    const alone = await run(auditVerifyCommand);
    expect(alone.end).toBeUndefined();
    expect(alone.lines.join(' ')).toMatch(/holds up to entry 5.*a cut end cannot be seen/);

    const { lines } = await run(auditHeadCommand);
    expect(JSON.parse(lines.join())).toEqual({
      seq: 5,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: expect.any(String),
    });
    const file = join(app.dataDir, 'head.json');
    writeFileSync(file, `${lines.join()}\n`);
    expect((await run(auditVerifyCommand, '--head', file)).lines.join()).toContain('with 1 heads');

    await dropAuditProtection(attacker);
    await attacker.query('delete from audit_entry where seq = 5');
    expect((await run(auditVerifyCommand)).end).toBeUndefined();
    const cut = await run(auditVerifyCommand, '--head', file);
    expect(cut.end).toBeInstanceOf(CommandError);
    expect(cut.lines).toEqual(['cut: entry 5 was cut off the end']);

    await attacker.query(`update audit_entry set duty = 'vet' where seq = 2`);
    const altered = await run(auditVerifyCommand);
    expect(altered.end).toBeInstanceOf(CommandError);
    expect(altered.lines).toEqual([
      `altered: entry 2 ${await auditEntryIdAt(attacker, 2)} does not follow from entry 1 ${await auditEntryIdAt(attacker, 1)}: one of the two was altered`,
    ]);
  });

  test('rejects unknown arguments and files without a head', async () => {
    const bad = join(app.dataDir, 'bad.json');
    writeFileSync(bad, 'x\n');
    expect((await run(auditVerifyCommand, '--head')).end).toBeInstanceOf(UsageError);
    expect((await run(auditVerifyCommand, 'all')).end).toBeInstanceOf(UsageError);
    expect((await run(auditVerifyCommand, '--head', bad)).end).toBeInstanceOf(CommandError);
    expect((await run(auditVerifyCommand, '--head', `${bad}x`)).end).toBeInstanceOf(CommandError);
  });
});

test('the hourly job verifies the audit chain and notifies auditors and administrators once per fault', async () => {
  const { au, ad } = await makePeople(app, { au: 'auditor', ad: 'administrator', mo: 'moderator' });
  const mailed = async () => {
    // The queue sends one mail per run.
    for (let turn = 0; turn < 3; turn++) await app.get(EventsWorker).drain();
    return sentMails(app)
      .map(({ to }) => to)
      .toSorted();
  };
  const jobs = app.get(AuditJobs);
  await recordAuditEntries(app, 3);
  await jobs.keepHead();
  await jobs.verify();
  expect(await mailed()).toEqual([]);
  await dropAuditProtection(attacker);
  await attacker.query('delete from audit_entry where seq = 3');
  // New entries reuse the deleted sequence number.
  await recordAuditEntries(app, 2);
  await jobs.verify();
  expect(await mailed()).toEqual([au.email, ad.email].toSorted());
  await jobs.verify();
  expect(await mailed()).toHaveLength(2);
  await attacker.query(`update audit_entry set duty = 'vet' where seq = 2`);
  await jobs.verify();
  expect(await mailed()).toHaveLength(4);
});

test('a settled two-person act stores the head of the audit chain at once', async () => {
  await recordAuditEntries(app, 2);
  await app.db.write(() =>
    app.get(EventsService).record(TwoPersonActEnded, { actId: crypto.randomUUID() }),
  );
  await app.get(EventsWorker).drain();
  expect(await storedAuditHeads(app)).toMatchObject([{ seq: 2 }]);
});

test('every fifteen minutes the job appends the head of the audit chain to a file, which verification reads', async () => {
  const file = join(app.config.auditHeadDir, 'heads.jsonl');
  expect(existsSync(file)).toBe(false);
  await recordAuditEntries(app, 2);
  await app.get(AuditJobs).keepHead();
  await recordAuditEntries(app, 1);
  await app.get(AuditJobs).keepHead();
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  await dropAuditProtection(attacker);
  await attacker.query('delete from audit_entry where seq = 3');
  expect(await auditFaults(app, await storedAuditHeads(app))).toMatchObject([
    { kind: 'cut', seq: 3, upTo: 3 },
  ]);
  writeFileSync(file, 'broken\n', { flag: 'a' });
  const au = await makePerson(app, 'au', 'auditor');
  const answer = (await apiAs(au).ask(PART)).auditVerification;
  expect(answer).toMatchObject({ heads: 2, unreadableHeads: 1, faults: [{ kind: 'cut' }] });
});
