import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { TooMany } from '#kernel/errors.js';
import { Turns } from '#kernel/turns.js';

/** Files of one account that go out at once, and that may wait; a page of ours asks for fewer. */
const AT_ONCE = 4;
const WAITING = 60;
const ASK_EVERY_MS = 800;

/** Files on their way out. */
@Injectable()
export class Downloads {
  private readonly accounts = new Map<string, Turns>();

  /** Resolves when the account's turn has come; it lasts until the answer is out. False where nobody waits for it any more. */
  async begin(accountId: string, answer: ServerResponse): Promise<boolean> {
    const end = await this.turnOf(accountId);
    if (!answer.closed) answer.once('close', end);
    else end();
    return !answer.closed;
  }

  /** The same bytes, cut when whoever reads them may not any more. */
  watched(bytes: Readable, mayRead: () => Promise<boolean>): Readable {
    const asking = setInterval(() => {
      mayRead().then((may) => may || bytes.destroy(new Error('may not any more')), ignore);
    }, ASK_EVERY_MS);
    return bytes.once('close', () => clearInterval(asking));
  }

  private turnOf(accountId: string): Promise<() => void> {
    const turns = this.accounts.get(accountId) ?? new Turns(AT_ONCE, WAITING);
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
