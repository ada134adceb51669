import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { hashToken } from '#kernel/ids.js';
import { KnownDevice } from './known-device.entity.js';

/** Maximum number of known browsers per account; the oldest are forgotten first. */
const REMEMBERED = 20;

/** The hash includes the account id, so that the rows do not disclose that two accounts share a browser. */
const hashFor = (accountId: string, token: string) => hashToken(`${accountId}:${token}`);

@Injectable()
export class KnownDevicesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether this browser signed in to the account before. An unknown account id runs the same statement. */
  async isKnown(accountId: string, token: string | undefined): Promise<boolean> {
    if (token === undefined) return false;
    const tokenHash = hashFor(accountId, token);
    return this.db.repo(KnownDevice).existsBy({ accountId, tokenHash });
  }

  async remember(accountId: string, token: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query(
      `insert into known_device (account_id, token_hash, updated_at) values ($1, $2, $3)
       on conflict (account_id, token_hash) do update set updated_at = excluded.updated_at`,
      [accountId, hashFor(accountId, token), this.clock.now()],
    );
    await this.db.query(
      `delete from known_device where id in
        (select id from known_device where account_id = $1 order by updated_at desc offset $2)`,
      [accountId, REMEMBERED],
    );
  }

  /** Forgets every browser of the account, or all except the one of `exceptToken`. */
  async forget(accountId: string, exceptToken?: string): Promise<void> {
    const kept = exceptToken ? hashFor(accountId, exceptToken) : null;
    await this.db.query(
      'delete from known_device where account_id = $1 and token_hash is distinct from $2',
      [accountId, kept],
    );
  }

  /** Forgets browsers unused since this date. Returns their number. */
  async forgetUnusedSince(moment: Date): Promise<number> {
    const { affected } = await this.db.repo(KnownDevice).delete({ updatedAt: LessThan(moment) });
    return affected ?? 0;
  }
}
