import { readFile } from 'node:fs/promises';
import { AuditChain, type ChainVerification } from '#audit/chain/audit-chain.service.js';
import { AuditHeads, nonBlankLinesOf } from '#audit/chain/audit-heads.js';
import type { TamperingFinding } from '#audit/chain/tampering-findings.js';
import { type ChainHead, parseHead } from '#audit/chain/audit-head-check.js';
import { createDataSource } from '#database/data-source.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';
import { CommandError, type Command, UsageError } from './command.js';
import { withDatabase } from './with-database.js';

const USAGE = 'audit verify [--head FILE]   FILE holds lines of: npm run trama -- audit head';

/**
 * Prints the last entry of the audit chain as one line of JSON. A copy of this line outside the instance later shows
 * whether entries were cut off at the end of the chain.
 */
export const auditHeadCommand: Command = {
  words: 'audit head',
  help: 'prints the end of the audit chain, to be kept elsewhere',
  async run(_args, print) {
    print(JSON.stringify(await withChain((chain) => chain.head())));
  },
};

/**
 * Verifies the whole audit chain and reports entries that were altered, removed, inserted, reordered or cut off. Fails
 * if there are any.
 */
export const auditVerifyCommand: Command = {
  words: 'audit verify',
  help: 'says whether the audit chain holds',
  async run(args, print) {
    const brought = await broughtBy(args);
    await withChain(async (chain, config) => {
      const kept = await new AuditHeads(config).all();
      const heads = [...kept.heads, ...brought];
      const found = await chain.verify(heads);
      for (const fault of found.faults) print(lineOf(fault));
      report(found, heads, kept.unreadable, print);
    });
  },
};

async function broughtBy(args: readonly string[]): Promise<ChainHead[]> {
  if (args.length === 0) return [];
  const [option, path] = args;
  if (option !== '--head' || !path || args.length > 2) throw new UsageError(USAGE);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`${path} cannot be read`);
  });
  return nonBlankLinesOf(text).map((line, at) => {
    const head = parseHead(line);
    if (!head) throw new CommandError(`${path}: line ${at + 1} is not an audit head`);
    return head;
  });
}

function report(
  { faults, unnamed, upTo }: ChainVerification,
  heads: readonly ChainHead[],
  unreadable: number,
  print: (line: string) => void,
): void {
  if (unreadable > 0) print(`${unreadable} lines of the kept heads are none`);
  if (unnamed > 0) print(`and ${unnamed} more`);
  if (faults.length > 0) throw new CommandError(`The audit chain does not hold`);
  print(`The audit chain holds up to entry ${upTo}, compared with ${heads.length} heads`);
  if (heads.length === 0) print('Without a head that was kept elsewhere a cut end cannot be seen');
}

const WHAT: Readonly<Record<TamperingFinding['kind'], (fault: TamperingFinding) => string>> = {
  altered: ({ behind }) =>
    behind
      ? `does not follow from entry ${behind.seq} ${behind.id}: one of the two was altered`
      : 'does not follow from the beginning: it was altered',
  removed: (fault) => (isOne(fault) ? 'was removed' : `to ${fault.upTo} were removed`),
  inserted: () => 'was inserted',
  reordered: ({ belongsAt }) => `was written as entry ${belongsAt} and stands elsewhere`,
  rewritten: () =>
    'is not the one that an exported head speaks for: it or one before it was altered',
  cut: (fault) => (isOne(fault) ? 'was cut off the end' : `to ${fault.upTo} were cut off the end`),
};

const isOne = ({ seq, upTo }: TamperingFinding) => seq === upTo;

function lineOf(fault: TamperingFinding): string {
  const { kind, seq, id } = fault;
  return [`${kind}: entry`, seq, id, WHAT[kind](fault)].filter((part) => part !== null).join(' ');
}

function withChain<T>(work: (chain: AuditChain, config: Config) => Promise<T>): Promise<T> {
  return withDatabase(async (url, config) => {
    const db = new Database(await createDataSource(url, [], 2).initialize());
    return work(new AuditChain(db, new Clock()), config).finally(() => db.onApplicationShutdown());
  });
}
