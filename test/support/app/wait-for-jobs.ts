import { RemoteMessageDelivery } from '#channels/delivery/remote-message-delivery.js';
import { RemoteNotices } from '#realtime/remote-notices.js';
import { EventsWorker } from '#events/events.worker.js';
import { PgNotifyBus } from '#realtime/pg-notify-bus.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import type { TestApp } from './app.js';
import { waitForFrames } from './sockets.js';
import { waitUntil } from '../wait-until.js';

const WITHIN_MS = 30_000;
const EVERY_MS = 10;

/**
 * Waits until all due jobs have run and their notices have reached the open sockets. If a notice has not arrived by
 * then, the server did not send it. Runs the jobs itself if the application does not.
 */
export async function waitForJobs(app: TestApp): Promise<void> {
  if (!app.config.hasWorker) await app.get(EventsWorker).drain();
  // Not now(), which is the time before the rows are read: a job added between the two would not count as due.
  const noJobIsDue = async () => {
    const [row] = await app.db.query<{ due: number }>(
      `select count(*)::int as due from graphile_worker.jobs
       where attempts < max_attempts and run_at <= clock_timestamp()`,
    );
    return row!.due === 0;
  };
  await waitUntil('jobs are still due', noJobIsDue, WITHIN_MS, EVERY_MS);
  await waitForNotices(app);
}

/**
 * Waits until sent notices have reached the open sockets. Does not wait for jobs, so it also works for applications
 * that run no jobs.
 */
export async function waitForNotices({ nodes }: TestApp): Promise<void> {
  if (nodes.length > 1) await allNodesHeard(nodes);
  // A node that is not sure of its connection to PostgreSQL holds notices back for a moment.
  const allAreSure = () => nodes.every((node) => node.get(PgNotifyBus).isSure);
  await waitUntil('a node is not sure of its connection', allAreSure, WITHIN_MS, EVERY_MS);
  await waitForFrames();
}

/**
 * The bus messages of a node arrive in order. When a later message is acknowledged, all earlier messages have arrived.
 */
async function allNodesHeard(nodes: readonly TestApp[]): Promise<void> {
  for (const node of nodes) await node.get(RemoteNotices).done();
  for (const node of nodes) await node.get(RealtimeService).changed('nothing');
  for (const node of nodes) await node.get(RemoteMessageDelivery).look();
}
