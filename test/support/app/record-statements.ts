import { Client } from 'pg';

/**
 * Regular expression for rate-limit keys of which a node reserves several uses at once instead of one use per request.
 */
export const LEASED_RATE_LIMIT_KEYS = '^(posts|text):';

/** Statements that a node sends regularly, independently of requests. */
const OF_THE_NODE = [
  /^(begin|start|commit|listen|notify|set statement_timeout)/i,
  /^select (pg_notify|1$|clock_timestamp\(\) as at|id from session where id = any)/i,
  /^(insert into|delete from) node /i,
];

export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Returns the text of the SQL statements that this process sent while `work` ran, without parameters. */
export async function recordStatements(work: () => Promise<unknown>): Promise<string[]> {
  return (await recordStatementsWithValues(work)).map(({ text }) => text);
}

/** Returns the SQL statements that this process sent while `work` ran. */
export async function recordStatementsWithValues(
  work: () => Promise<unknown>,
): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first, second] = args as [string | Partial<SentStatement> | undefined, unknown];
    const given = typeof first === 'string' ? { text: first, values: second } : first;
    const text = given?.text ?? '';
    const values = (given?.values ?? []) as unknown[];
    const isLease = new RegExp(LEASED_RATE_LIMIT_KEYS).test(String(values[0]));
    if (!isLease && !OF_THE_NODE.some((one) => one.test(text.trim()))) sent.push({ text, values });
    return query.apply(this, args);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = query as typeof Client.prototype.query;
  }
  return sent;
}
