import { writeSync } from 'node:fs';

const MOST_WAITING = 4_096;
const WITHIN_MS = 1_000;
const STDOUT = 1;

/**
 * Standard output for a log: lines are written together, within a second of being said, for one by one they cost a tenth
 * of what a message does. At the end of the process the rest is written; where nobody reads any more, it is let go.
 */
export class Lines {
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
      // there is nobody to tell
    }
  }
}
