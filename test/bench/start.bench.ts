import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/product.js';
import { type Measure, atMost, told } from './figure.js';

const ROOT = join(import.meta.dirname, '../..');
const IDLE_SECONDS = 20;

interface Demo {
  readonly process: ChildProcess;
  readonly seconds: number;
}

/** Starts the demo as a person would, and waits until it is ready to serve. */
async function start(dataDir: string, port: number): Promise<Demo> {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', 'demo'], {
    cwd: ROOT,
    env: { ...process.env, TRAMA_DATA_DIR: dataDir, PORT: String(port) },
    stdio: 'ignore',
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`The demo ended with ${child.exitCode}`);
    await wait(20);
  }
  return { process: child, seconds: (performance.now() - began) / 1000 };
}

function stop({ process: child }: Demo): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

/** The resident memory of the process that serves, in MB: the last in the line npm → set-up → application. */
function servingMegabytes(demo: Demo): number {
  let pid = demo.process.pid!;
  for (;;) {
    const below = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .find((row) => row?.[2] === String(pid) && !/postgres/.test(row[3]!));
    if (!below) break;
    pid = Number(below[1]);
  }
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

const measure: Measure = async ({ say }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-start-'));
  chmodSync(dataDir, 0o755); // as root, the database's account must reach it
  const port = await freePort();
  try {
    say('first start, with the demo world');
    const first = await start(dataDir, port);
    await stop(first);
    say('second start');
    const second = await start(dataDir, port);
    await wait(IDLE_SECONDS * 1000);
    const megabytes = servingMegabytes(second);
    await stop(second);
    return [
      told({
        id: 'first_start_s',
        value: first.seconds,
        unit: 's',
        how: 'npm run demo, installed and built, until ready',
      }),
      atMost({
        id: 'second_start_s',
        value: second.seconds,
        unit: 's',
        target: 10,
        how: 'npm run demo until ready, its data kept',
      }),
      atMost({
        id: 'idle_rss_mb',
        value: megabytes,
        unit: 'MB',
        target: 300,
        how: `api with its worker, ${IDLE_SECONDS} s after the start`,
      }),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

export default measure;
