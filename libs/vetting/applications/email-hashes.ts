import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Sealer } from '#kernel/sealed-box.js';

/**
 * Recognises a confirmed email address by its HMAC (RFC 2104) without storing it. The key is derived from the seal key,
 * so a copy of the database alone does not reveal whether a guessed address is right.
 */
@Injectable()
export class EmailHashes {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    seal: Sealer,
  ) {
    this.key = seal.keyFor('vetting.address');
  }

  /** Returns the hash per account id, for the accounts with a confirmed address. */
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
