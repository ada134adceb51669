import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './app.js';

const PATIENCE_MS = 20_000;

/** Waits until everything that was recorded has been heard, so that what was not told by now is never told. */
export async function settled({ db }: TestApp): Promise<void> {
  const endAt = performance.now() + PATIENCE_MS;
  do {
    const [row] = await db.query<{ due: number }>(
      `select count(*)::int as due from graphile_worker.jobs where attempts < max_attempts and run_at <= now()`,
    );
    if (row!.due === 0) return;
    await wait(10);
  } while (performance.now() < endAt);
  throw new Error('jobs are still due');
}
