import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { type CleanedFile, FileRefusedError } from './cleaned-file.js';
import { joinFileFrames, parseCleaningResult } from './cleaner-protocol.js';

const IS_SOURCE = import.meta.url.endsWith('.ts');
const ROOT = join(import.meta.dirname, IS_SOURCE ? '../..' : '../../..');
const CHILD = join(import.meta.dirname, IS_SOURCE ? 'cleaner-process.ts' : 'cleaner-process.js');
/**
 * Node permissions of the cleaning process: it may read its code but no other file, and may neither write files nor
 * start processes.
 */
export const NODE_PERMISSION_FLAGS = [
  '--permission',
  '--allow-addons',
  ...['node_modules', 'dist', 'libs', 'package.json'].map(
    (part) => `--allow-fs-read=${join(ROOT, part)}`,
  ),
  '--allow-fs-read=/proc/self/exe',
  '--allow-fs-read=/usr/bin/ldd',
  '--max-old-space-size=384',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
  ...(IS_SOURCE ? ['--conditions=source'] : []),
];

type Task = 'clean' | 'squares';

/**
 * Shell command that starts the cleaning process. The kernel enforces the CPU limit, even if the parent process dies,
 * lets it write no file, and blocks the network where user namespaces are available.
 */
export const LIMITED_SHELL_COMMAND =
  'ulimit -t "$0" && ulimit -f 0 || exit; unshare -rn true 2>/dev/null && exec unshare -rn "$@"; exec "$@"';
export interface CleanerProcessLimits {
  readonly cpuSeconds: number;
  readonly seconds: number;
  /** Maximum memory in bytes. */
  readonly memory: number;
}
/** libvips would else write large decoded pictures into a temporary file, in which case the process ends. */
const IN_MEMORY = { VIPS_DISC_THRESHOLD: '2g' };
const MOST_ANSWER = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 50;
const PAGE = 4_096;

/**
 * Sanitises files in a separate process, so that a file which crashes a decoder affects nothing else. The process is
 * killed when it exceeds its limit of time, CPU or memory.
 */
@Injectable()
export class CleanerService implements BeforeApplicationShutdown {
  protected readonly program: readonly string[] = [
    process.execPath,
    ...NODE_PERMISSION_FLAGS,
    CHILD,
  ];
  protected most: CleanerProcessLimits = { cpuSeconds: 20, seconds: 60, memory: 900 * 1024 * 1024 };
  private readonly turns = new ConcurrencyLimiter(2, 500);
  private readonly running = new Set<ChildProcess>();
  private isClosing = false;

  /**
   * Waits for a free slot. Throws FileRefusedError only if the cleaning process itself refuses the file. Any other
   * error is a failure of the system and does not mean that the file is invalid.
   */
  async clean(bytes: Buffer): Promise<CleanedFile> {
    const cleaned = await this.inTurn('clean', bytes);
    if (!cleaned.parts.has('original'))
      throw new Error('cleaning: the result has no part "original"');
    return cleaned;
  }

  /**
   * Re-encodes a profile picture in each of PROFILE_PICTURE_SIZES. The result has the part `alike` if it looks like one of
   * `others`. Throws the same errors as `clean`.
   */
  squares(picture: Buffer, others: readonly Buffer[]): Promise<CleanedFile> {
    return this.inTurn('squares', joinFileFrames([picture, ...others]));
  }

  private inTurn(task: Task, input: Buffer): Promise<CleanedFile> {
    return this.turns.take(
      () => this.work(task, input),
      () => new Error('cleaning: the queue is full'),
    );
  }

  /** Kills the processes before the shutdown waits for requests in progress. */
  beforeApplicationShutdown() {
    this.isClosing = true;
    for (const child of this.running) child.kill('SIGKILL');
  }

  private async work(task: Task, input: Buffer): Promise<CleanedFile> {
    if (this.isClosing) throw new Error('cleaning: the application is shutting down');
    const answer = parseCleaningResult(await this.answerTo(task, input));
    if ('why' in answer) throw new FileRefusedError(answer.why);
    return answer;
  }

  private answerTo(task: Task, input: Buffer): Promise<Buffer> {
    const { cpuSeconds, seconds, memory } = this.most;
    return new Promise((done, fail) => {
      const command = ['-c', LIMITED_SHELL_COMMAND, String(cpuSeconds), ...this.program, task];
      const child = spawn('/bin/sh', command, {
        ...{ cwd: ROOT, env: IN_MEMORY, stdio: ['pipe', 'pipe', 'ignore'] },
      });
      this.running.add(child);
      const end = () => child.kill('SIGKILL');
      const limit = setTimeout(end, seconds * 1_000);
      const watching = watchMemory(child.pid, memory, end);
      const over = () => {
        clearTimeout(limit);
        clearInterval(watching);
        this.running.delete(child);
      };
      const chunks: Buffer[] = [];
      let size = 0;
      child.stdout!.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if ((size += chunk.length) > MOST_ANSWER) end();
      });
      child.once('error', (error) => {
        over(); // If the process could not start, there is no `close` event.
        fail(error);
      });
      child.once('close', (code) => {
        over();
        if (code === 0) done(Buffer.concat(chunks));
        else fail(new Error('cleaning: the process failed or was killed'));
      });
      child.stdin!.on('error', () => undefined).end(input);
    });
  }
}

/**
 * Kills the process when it exceeds the memory limit, where /proc is available. Also marks it as the first process to
 * be killed when the system runs out of memory.
 */
function watchMemory(pid: number | undefined, most: number, end: () => void): NodeJS.Timeout {
  const at = (file: string) => `/proc/${pid}/${file}`;
  void writeFile(at('oom_score_adj'), '1000').catch(() => undefined);
  return setInterval(() => {
    readFile(at('statm'), 'utf8').then(
      (text) => Number(text.split(' ')[1]) * PAGE > most && end(),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
}
