// What a browser loads, weighed by the web app's own scale.
import { spawnSync } from 'node:child_process';
import { ROOT } from '../support/postgres.mjs';

export const persisted = 'nothing (the files of the build)';

const IDS = ['landing_kb', 'first_route_kb', 'channel_kb'];

export async function run() {
  const { stdout } = spawnSync(process.execPath, ['apps/web/sizes.mjs', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(stdout).filter(({ id }) => IDS.includes(id));
}
