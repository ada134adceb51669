import { Client, type QueryConfig, type QueryResult } from 'pg';
import { type ConnectionWatch, TCP_KEEP_ALIVE } from './connection-watch.js';
import { isConnectionLost } from './postgres-error-codes.js';
import { socketOf } from './pg-client.patch.js';

/** Two backends keep the cores of a small server busy with short reads. */
const CONNECTIONS = 2;

/**
 * Pipelines short reads on a few connections: each read is sent without waiting for the previous answer, so that no
 * reader waits for a free connection. Never use it for statements that may wait for a lock, because every later
 * statement on the connection would wait too.
 */
export class QueryPipeline {
  private readonly clients: (Promise<Client> | undefined)[] = [];
  private readonly gathering = new Set<Client>();
  private turn = 0;

  constructor(
    private readonly url: string,
    private readonly watch?: ConnectionWatch,
  ) {}

  /**
   * Opens connections on first use. If a connection is lost, its pending statements are sent once more on a new one.
   */
  async query<T extends object>(statement: QueryConfig): Promise<QueryResult<T>> {
    const at = this.turn++ % CONNECTIONS;
    const connection = (this.clients[at] ??= this.open(at));
    try {
      return await this.ask<T>(connection, statement);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      // PostgreSQL may announce the end of a connection before it closes it.
      if (this.clients[at] === connection) this.clients[at] = undefined;
      connection.then((client) => client.end()).catch(() => undefined);
      return this.ask<T>((this.clients[at] ??= this.open(at)), statement);
    }
  }

  private async ask<T extends object>(
    connection: Promise<Client>,
    statement: QueryConfig,
  ): Promise<QueryResult<T>> {
    const client = await connection;
    this.gather(client);
    return client.query<T>(statement);
  }

  /** Combines the statements of one turn of the event loop into one write. */
  private gather(client: Client): void {
    if (this.gathering.has(client)) return;
    this.gathering.add(client);
    const socket = socketOf(client);
    socket.cork();
    setImmediate(() => {
      this.gathering.delete(client);
      socket.uncork();
    });
  }

  async end(): Promise<void> {
    const clients = this.clients.splice(0);
    await Promise.allSettled(clients.map(async (client) => (await client)?.end()));
  }

  private open(at: number): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'trama',
      connectionTimeoutMillis: 3_000,
      pipeline: true,
      ...this.watch?.settings,
      ...TCP_KEEP_ALIVE,
    } as object);
    const opening = client.connect().then(() => {
      this.watch?.add(client);
      return client;
    });
    const forget = () => {
      if (this.clients[at] === opening) this.clients[at] = undefined;
    };
    client.on('error', () => undefined).once('end', forget);
    opening.catch(forget);
    return opening;
  }
}
