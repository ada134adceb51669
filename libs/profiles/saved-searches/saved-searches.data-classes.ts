import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { SavedSearch } from './saved-search.entity.js';

/** Exports and destroys saved searches. */
@Injectable()
export class SavedSearchesDataClasses {
  constructor(
    private readonly db: Database,
    classes: DataClassesService,
    exports: DataExportService,
  ) {
    exports.register({
      name: 'savedSearches',
      covers: ['saved_search.account_id'],
      read: (accountId) => this.read(accountId),
    });
    classes.define({
      name: 'savedSearch',
      owner: DataOwner.person,
      purpose: DataPurpose.finding,
      // Deleted 30 days after the owner stopped being a member; otherwise stored as long as the account.
      lasts: 30 * DAY,
      seals: ['saved_search.name', 'saved_search.asked'],
      destroy: (before) => this.destroy(before),
    });
  }

  private async read(accountId: string) {
    const searches = await this.db
      .repo(SavedSearch)
      .find({ where: { accountId }, order: { createdAt: 'ASC' } });
    return searches.map(({ name, chips, words, createdAt }) => {
      return { created_at: createdAt, name, chips, words };
    });
  }

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (delete from saved_search s using account a where a.id = s.account_id
         and a.standing = 'former' and coalesce(a.idle_since, a.updated_at) < $1 returning 1)
       select 1 from gone`,
      [before],
    );
    return gone.length;
  }
}
