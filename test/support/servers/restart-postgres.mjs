import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepareEmbeddedPostgresPaths } from '#database/embedded-postgres-paths.js';

/**
 * Restarts the PostgreSQL server of a data folder on its port with `pg_ctl`: `fast` ends every connection with a
 * message,
 * `immediate` without one, and recovers from the log. Resolves when the server accepts connections.
 *
 * @param {string} dataDir
 * @param {'fast' | 'immediate'} mode
 */
export async function restartPostgres(dataDir, mode) {
  const { bin, data, home, user } = prepareEmbeddedPostgresPaths(dataDir);
  const log = join(data, 'server.log');
  const args = ['restart', '-D', data, '-m', mode, '-w', '-t', '60', '-l', log];
  // Unlike `runProgram`, does not block this process.
  const child = spawn(join(bin, 'pg_ctl'), args, {
    ...user,
    cwd: home,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: 'ignore', // With a pipe, the server would inherit the pipe and keep it open.
  });
  const status = await new Promise((done, fail) => {
    child.once('error', fail).once('exit', done);
  });
  if (status !== 0) throw new Error(`pg_ctl restart -m ${mode} ended with ${status}: see ${log}`);
}
