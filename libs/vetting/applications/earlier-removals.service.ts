import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { EmailHashes } from './email-hashes.js';
import type { Application } from './application.entity.js';
import { DECISION_RETENTION } from '../decisions/decision.entity.js';
import { EarlierRemoval } from './earlier-removal.entity.js';
import type { EarlierRemovalView } from './application-file.view.js';

type Known = Pick<Application, 'id' | 'accountId'>;
type Row = EarlierRemovalView & { readonly id: string };

const EARLIER = `
  select k.id, e.reason, to_char(e.month, 'YYYY-MM') as month
  from unnest($1::uuid[], $2::bytea[]) as k (id, address_hash)
  join earlier_removal e on e.address_hash = k.address_hash
  order by e.month desc, e.id`;

/** Stores removals of members, so that reviewers see them if the person applies again. Stored as long as decisions. */
@Injectable()
export class EarlierRemovalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly hashes: EmailHashes,
    classes: DataClassesService,
    exports: DataExportService,
  ) {
    classes.define({
      name: 'earlierRemoval',
      owner: DataOwner.moderate,
      purpose: DataPurpose.consistency,
      lasts: DECISION_RETENTION,
      destroy: (before) => this.destroy(before),
    });
    exports.leaveOut(
      'earlier_removal.account_id',
      'It says what the notice of the removal says, for whoever reads another application.',
    );
  }

  /**
   * Stores the removal of a member, unless the account has no confirmed address by which its owner could be recognised.
   */
  async remember(accountId: string, reason: string): Promise<void> {
    this.db.assertWriting();
    const addressHash = (await this.hashes.of([accountId])).get(accountId);
    if (!addressHash) return;
    const month = `${this.clock.now().toISOString().slice(0, 7)}-01`;
    await this.db.repo(EarlierRemoval).insert({ accountId, addressHash, reason, month });
  }

  /** Deletes the entry after the removal was revoked. */
  async forget(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(EarlierRemoval).delete({ accountId });
  }

  /** Reason class and month of each earlier removal, newest first. */
  async of(application: Known): Promise<EarlierRemovalView[]> {
    const rows = await this.rows([application]);
    return rows.map(({ reason, month }) => ({ reason, month }));
  }

  /** The ids of the given applications with an earlier removal. */
  async among(applications: readonly Known[]): Promise<string[]> {
    return (await this.rows(applications)).map(({ id }) => id);
  }

  private async rows(applications: readonly Known[]): Promise<Row[]> {
    const hashes = await this.hashes.of(applications.map(({ accountId }) => accountId));
    return this.db.query<Row>(EARLIER, [
      applications.map(({ id }) => id),
      applications.map(({ accountId }) => hashes.get(accountId) ?? null),
    ]);
  }

  /** The retention period starts at the end of the month. No receipts: the account no longer exists. */
  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (delete from earlier_removal where month + interval '1 month' <= $1 at time zone 'UTC' returning 1)
       select 1 from gone`,
      [before],
    );
    return gone.length;
  }
}
