import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './app.js';

/** Waits until everything that was recorded has been heard: no delivery and no job is left that is due. */
export async function settled({ db }: TestApp): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [row] = await db.query<{ due: number }>(
      `select count(*)::int as due from graphile_worker.jobs where attempts < max_attempts and run_at <= now()`,
    );
    if (row!.due === 0) return;
    await wait(10);
  }
  throw new Error('jobs are still due after 5 s');
}
