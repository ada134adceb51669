import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './app.js';

const WAITING = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

/** A row that is locked by a transaction of the test. Requests that need this row wait in order of arrival. */
export interface LockedRow {
  /** Runs a statement in the transaction that holds the lock. */
  run(sql: string, values: readonly unknown[]): Promise<void>;
  /** Waits until `count` requests wait for a lock. */
  queued(count: number): Promise<void>;
  /** Commits the transaction, so that the waiting requests continue. */
  release(): Promise<void>;
}

export const lockAccount = (app: TestApp, id: string): Promise<LockedRow> =>
  lockTestRow(app, 'account', id);

export async function lockTestRow(
  app: TestApp,
  table: 'account' | 'group' | 'two_person_act',
  id: string,
): Promise<LockedRow> {
  const client = await app.db.connect();
  await client.query('begin');
  await client.query(`select 1 from "${table}" where id = $1 for update`, [id]);
  return {
    async run(sql, values) {
      await client.query(sql, [...values]);
    },
    async queued(count) {
      for (;;) {
        await client.query('select pg_stat_clear_snapshot()');
        const { rows } = await client.query<{ count: number }>(WAITING);
        if (rows[0]!.count >= count) return;
        await wait(10);
      }
    },
    async release() {
      await client.query('commit');
      await client.end();
    },
  };
}
