import { Elsewhere } from '#channels/delivery/elsewhere.js';
import { Abroad } from '#realtime/abroad.js';
import { Line } from '#realtime/line.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import type { TestApp } from './app.js';
import { allHeard } from './sockets.js';
import { until } from '../until.js';

const WITHIN_MS = 20_000;
const EVERY_MS = 10;

/** Waits until everything that was recorded has been heard, so that what was not told by now is never told. */
export async function settled(app: TestApp): Promise<void> {
  const noJobIsDue = async () => {
    const [row] = await app.db.query<{ due: number }>(
      `select count(*)::int as due from graphile_worker.jobs where attempts < max_attempts and run_at <= now()`,
    );
    return row!.due === 0;
  };
  await until('jobs are still due', noJobIsDue, WITHIN_MS, EVERY_MS);
  await broadcast(app);
}

/** Waits until what was told so far is at the open sockets, jobs aside: for an application that runs none by itself. */
export async function broadcast({ nodes }: TestApp): Promise<void> {
  if (nodes.length > 1) await allNodesHeard(nodes);
  // What a handler told may be held back for a moment, and then it is still on its way to the open sockets.
  const allAreSure = () => nodes.every((node) => node.get(Line).isSure);
  await until('a node is not sure of its connection', allAreSure, WITHIN_MS, EVERY_MS);
  await allHeard();
}

/** What a node says on the line is heard in order: what is answered last comes after all else. */
async function allNodesHeard(nodes: readonly TestApp[]): Promise<void> {
  for (const node of nodes) await node.get(Abroad).done();
  for (const node of nodes) await node.get(RealtimeService).changed('nothing');
  for (const node of nodes) await node.get(Elsewhere).look();
}
