import { Client } from 'pg';

/** The statements on our own tables that this process sent while `work` ran, with their parameters left out. */
export async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string } | undefined];
    const text = typeof first === 'string' ? first : (first?.text ?? '');
    if (
      !/^(begin|start|commit|listen|notify|select pg_notify|select 1$|(insert into|delete from) node )/i.test(
        text.trim(),
      )
    )
      sent.push(text);
    return query.apply(this, args);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = query as typeof Client.prototype.query;
  }
  return sent;
}
