import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeCursor, encodeCursor } from '#kernel/page.js';
import { Seal } from '#kernel/seal.js';

/** Where a page of a search ended: its last person, and how many came before the next. */
export interface Place {
  readonly profileId: string;
  readonly next: number;
}

/**
 * Cursors of the directory. None tells what a place was earned by, and each is for whoever got it and for that search
 * alone: a keyed hash (HMAC, RFC 2104) of both stands in it, and any other is refused like one that was made up.
 */
@Injectable()
export class PeopleCursors {
  private readonly key: Buffer;

  constructor(seal: Seal) {
    this.key = seal.keyFor('profiles.cursor');
  }

  /** `search`: who asks for what, and in which order. */
  make(search: string, { profileId, next }: Place): string {
    return encodeCursor([
      profileId,
      next,
      this.mark(search, profileId, next).toString('base64url'),
    ]);
  }

  read(search: string, cursor: string): Place {
    const [profileId, next, mark] = decodeCursor(cursor, 3);
    if (!isId(profileId) || typeof next !== 'number') throw new Invalid('page.cursor');
    const [given, made] = [
      Buffer.from(String(mark), 'base64url'),
      this.mark(search, profileId, next),
    ];
    const isOurs = given.length === made.length && timingSafeEqual(given, made);
    if (!isOurs) throw new Invalid('page.cursor');
    return { profileId, next };
  }

  private mark(search: string, profileId: string, next: number): Buffer {
    const parts = JSON.stringify([search, profileId, next]);
    return createHmac('sha256', this.key).update(parts).digest();
  }
}
