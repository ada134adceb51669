import { writeSync } from 'node:fs';

const MOST_WAITING = 4_096;
const WITHIN_MS = 1_000;
const STDOUT = 1;

/**
 * Buffers log lines and writes them to standard output within a second, because writing each line alone would take a
 * tenth of the time of posting a message. The rest is written when the process exits. Errors of a closed pipe are
 * ignored.
 */
export class BufferedOutput {
  private waiting = '';
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    process.stdout.on('error', () => undefined);
    process.once('exit', () => this.end());
  }

  write(line: string): void {
    this.waiting += line;
    if (this.waiting.length >= MOST_WAITING) return this.flush();
    this.timer ??= setTimeout(() => this.flush(), WITHIN_MS).unref();
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    process.stdout.write(this.waiting);
    this.waiting = '';
  }

  private end(): void {
    try {
      writeSync(STDOUT, this.waiting);
    } catch {
      // Standard output is closed.
    }
  }
}
