import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { JobQueuePool } from './job-queue-pool.js';

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe('JobQueuePool while PostgreSQL is away', () => {
  /** One of the error codes after which graphile-worker retries; any other code ends the process. */
  const RETRIED = { code: '40001' };

  it('waits for a connection until its signal is aborted, then rejects with a code after which the queue retries, and gives no answer after its end', async () => {
    const closing = new AbortController();
    const pool = new JobQueuePool({ host: '127.0.0.1', port: await closedPort() }, closing.signal);
    let outcome: unknown = 'waiting';
    const connecting = pool.connect().catch((error: unknown) => (outcome = error));
    const called = new Promise((done) => void pool.connect((error) => done(error)));
    await wait(300);
    expect(outcome).toBe('waiting');

    closing.abort();

    await connecting;
    expect(outcome).toMatchObject(RETRIED);
    await expect(called).resolves.toMatchObject(RETRIED);
    await pool.end();
    const late = Promise.race([pool.connect().catch(() => 'rejected'), wait(50, 'no answer')]);
    expect(await late).toBe('no answer');
  });

  it('rejects at once if the address itself is wrong', async () => {
    const pool = new JobQueuePool(
      { connectionString: 'postgres://ada@127.0.0.1:1/trama?sslmode=require&sslrootcert=/nowhere' },
      new AbortController().signal,
    );
    await expect(pool.connect()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
