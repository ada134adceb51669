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

/** Returns the text of the SQL statements that this process sent while `work` ran, without parameters. */
export async function recordStatements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string; values?: unknown[] } | undefined];
    const { text = '', values = [] } = typeof first === 'string' ? { text: first } : (first ?? {});
    const isLease = new RegExp(LEASED_RATE_LIMIT_KEYS).test(String(values[0]));
    if (!isLease && !OF_THE_NODE.some((one) => one.test(text.trim()))) sent.push(text);
    return query.apply(this, args);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = query as typeof Client.prototype.query;
  }
  return sent;
}
