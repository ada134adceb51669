// The random worlds of audiences, search and traffic, five hundred instead of the sixty of the suite.
import { spawn } from 'node:child_process';
import { figure } from '../support/figures.mjs';
import { ROOT } from '../support/postgres.mjs';

export const persisted = 'everything that the worlds live through';

const LAWS = [
  'test/laws/profiles/directory.law.spec.ts',
  'test/laws/profiles/profile-traffic.law.spec.ts',
];
const IN_THE_SUITE = 60;

export async function run({ quick }) {
  const worlds = quick ? 20 : 500;
  const status = await jest(String(worlds / IN_THE_SUITE));
  return [
    figure('worlds', worlds, { target: 500, better: 'higher', how: 'random worlds in each law' }),
    figure('laws_broken', status === 0 ? 0 : 1, { target: 0, how: LAWS.join(', ') }),
  ];
}

function jest(TRAMA_RUNS) {
  const args = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
  const options = { cwd: ROOT, env: { ...process.env, TRAMA_RUNS }, stdio: 'inherit' };
  const child = spawn(
    process.execPath,
    [...args, '--config', '.config/jest.config.mjs', ...LAWS],
    options,
  );
  return new Promise((done) => child.once('exit', done));
}
