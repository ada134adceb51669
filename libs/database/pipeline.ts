import type { Socket } from 'node:net';
import { Client, type QueryConfig, type QueryResult } from 'pg';

/** Short reads keep as many backends busy as a small server has cores; more would only take turns. */
const CONNECTIONS = 2;

/**
 * A few connections on which short reads travel one behind another, sent without waiting for the answer before: no
 * reader waits for a free connection, and PostgreSQL is not woken for each. Nothing that may wait for a lock belongs
 * here, since whatever was sent behind it would wait too.
 */
export class Pipeline {
  private readonly clients: (Promise<Client> | undefined)[] = [];
  private readonly gathering = new Set<Client>();
  private turn = 0;

  constructor(private readonly url: string) {}

  /** Opens connections when first used; a lost one rejects what was under way on it, and the next read opens another. */
  async query<T extends object>(statement: QueryConfig): Promise<QueryResult<T>> {
    const at = this.turn++ % CONNECTIONS;
    const client = await (this.clients[at] ??= this.open(at));
    this.gather(client);
    return client.query<T>(statement);
  }

  /** What is asked in one turn of the event loop goes out in one write. */
  private gather(client: Client): void {
    if (this.gathering.has(client)) return;
    this.gathering.add(client);
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    setImmediate(() => {
      this.gathering.delete(client);
      stream.uncork();
    });
  }

  async end(): Promise<void> {
    const clients = this.clients.splice(0);
    await Promise.allSettled(clients.map(async (client) => (await client)?.end()));
  }

  private async open(at: number): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'trama',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      pipeline: true,
    } as object);
    const forget = () => {
      this.clients[at] = undefined;
    };
    client.on('error', () => undefined).once('end', forget);
    await client.connect().catch((error: unknown) => {
      forget();
      throw error;
    });
    return client;
  }
}
