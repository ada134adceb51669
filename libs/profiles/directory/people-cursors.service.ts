import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeCursor, encodeCursor } from '#kernel/pagination.js';
import { Sealer } from '#kernel/sealed-box.js';

/** The end of a page: its last profile, and the index of the next one. */
export interface PeoplePagePosition {
  readonly profileId: string;
  readonly next: number;
}

/**
 * Creates and reads directory cursors. A cursor contains an HMAC (RFC 2104) over the viewer and the search. With
 * another account or another search, a cursor gets the same error as a forged one. A cursor does not disclose the sort
 * key.
 */
@Injectable()
export class PeopleCursorsService {
  private readonly key: Buffer;

  constructor(seal: Sealer) {
    this.key = seal.keyFor('profiles.cursor');
  }

  /** `search` identifies the viewer, the conditions and the order. */
  make(search: string, { profileId, next }: PeoplePagePosition): string {
    return encodeCursor([
      profileId,
      next,
      this.mark(search, profileId, next).toString('base64url'),
    ]);
  }

  read(search: string, cursor: string): PeoplePagePosition {
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
