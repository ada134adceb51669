import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Seal } from '#kernel/seal.js';

/**
 * What recognises a confirmed address again without naming it: an HMAC (RFC 2104) with a key of the seal, so that a copy
 * of the database alone confirms no guess.
 */
@Injectable()
export class AddressHashes {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    seal: Seal,
  ) {
    this.key = seal.keyFor('vetting.address');
  }

  /** Of these accounts, those that have a confirmed address. */
  async of(accountIds: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await this.db.query<{ id: string; email: string }>(
      'select id, lower(email) as email from account where id = any($1) and email_confirmed_at is not null',
      [[...accountIds]],
    );
    return new Map(rows.map(({ id, email }) => [id, this.hash(email)]));
  }

  private hash(email: string): Buffer {
    return createHmac('sha256', this.key).update(email).digest();
  }
}
