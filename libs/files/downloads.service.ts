import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { TooMany } from '#kernel/errors.js';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';

/** Maximum number of concurrent, and of waiting, downloads per account; the web app uses fewer. */
const AT_ONCE = 4;
const WAITING = 60;
const ASK_EVERY_MS = 800;

/** Limits concurrent downloads, and checks the reader's permission during each download. */
@Injectable()
export class DownloadsService {
  private readonly accounts = new Map<string, ConcurrencyLimiter>();

  /**
   * Waits for a download slot of the account, which is released when the response ends. Returns false if the client has
   * disconnected.
   */
  async begin(accountId: string, answer: ServerResponse): Promise<boolean> {
    const end = await this.turnOf(accountId);
    if (!answer.closed) answer.once('close', end);
    else end();
    return !answer.closed;
  }

  /** Aborts the stream when the reader loses the permission. */
  watched(bytes: Readable, mayRead: () => Promise<boolean>): Readable {
    const asking = setInterval(() => {
      mayRead().then(
        (may) =>
          may || bytes.destroy(new Error('download aborted: the reader lost the permission')),
        ignore,
      );
    }, ASK_EVERY_MS);
    return bytes.once('close', () => clearInterval(asking));
  }

  private turnOf(accountId: string): Promise<() => void> {
    const turns = this.accounts.get(accountId) ?? new ConcurrencyLimiter(AT_ONCE, WAITING);
    this.accounts.set(accountId, turns);
    return new Promise((begin, refuse) => {
      const answered = () => new Promise<void>((end) => begin(end));
      const full = () => new TooMany('document.again', 2);
      turns
        .take(answered, full)
        .then(() => turns.isIdle && this.accounts.delete(accountId), refuse);
    });
  }
}

const ignore = () => undefined;
