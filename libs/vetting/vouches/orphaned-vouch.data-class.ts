import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';

/** Retention time of the text, the same as for application files. */
const WORDS_LAST = 14 * DAY;

export const SEALED_VOUCH_COLUMNS = ['vouch.relation', 'vouch.statement', 'vouch.withdrawal_words'];

/**
 * Destroys the text of vouches that belong to no applicant's file: given for an unknown code, or withdrawn after the
 * file was destroyed.
 */
@Injectable()
export class OrphanedVouchDataClass {
  constructor(
    private readonly db: Database,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'looseVouch',
      owner: DataOwner.person,
      purpose: DataPurpose.joining,
      lasts: WORDS_LAST,
      seals: SEALED_VOUCH_COLUMNS,
      destroy: (before) => this.destroy(before),
    });
  }

  /** Writes no receipts, because the vouch was about no applicant, or the file already has a receipt. */
  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (
         update vouch set relation = null, statement = null, attestations = '{}', withdrawal_reason = null,
           withdrawal_words = null
         where greatest(created_at, withdrawn_at) <= $1
           and (num_nonnulls(relation, statement, withdrawal_reason, withdrawal_words) > 0 or attestations <> '{}')
           and not exists (select 1 from application a where a.id = vouch.application_id and a.answers is not null)
         returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }
}
