import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SavedSearch } from './saved-search.entity.js';
import type { RenameSavedSearchInput, SaveSearchInput } from './saved-searches.inputs.js';

/** Maximum number of saved searches per member. */
const MOST = 20;

const byName = new Intl.Collator('es');

/** Saves directory searches for their owner. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /** The viewer's saved searches, sorted by name in memory, because names are sealed in the database. */
  async list(viewer: Viewer): Promise<SavedSearch[]> {
    const searches = await this.access.list(SavedSearch, viewer).getMany();
    return searches.toSorted(
      (a, b) => byName.compare(a.name, b.name) || a.createdAt.getTime() - b.createdAt.getTime(),
    );
  }

  /** Rejects a search without any condition. */
  async save(viewer: Viewer, { name, chips, words }: SaveSearchInput): Promise<SavedSearch> {
    this.access.allow(viewer, 'make', 'SavedSearch');
    if (chips.length === 0 && words === '') throw new Invalid('input', { words: 'blank' });
    const { accountId } = viewer;
    return this.db.write(async () => {
      // Locks the account, so that of two concurrent saves the second counts the first.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const searches = this.db.repo(SavedSearch);
      if ((await searches.countBy({ accountId })) >= MOST) throw new Conflict('savedSearch.full');
      return searches.save(searches.create({ accountId, name, asked: { chips, words } }));
    });
  }

  rename(viewer: Viewer, { savedSearchId, name }: RenameSavedSearchInput): Promise<SavedSearch> {
    return this.db.write(async () => {
      const search = await this.access.load(SavedSearch, savedSearchId, viewer, 'rename');
      search.name = name;
      return this.db.repo(SavedSearch).save(search);
    });
  }

  remove(viewer: Viewer, savedSearchId: string): Promise<boolean> {
    return this.db.write(async () => {
      const { id } = await this.access.load(SavedSearch, savedSearchId, viewer, 'delete');
      await this.db.repo(SavedSearch).delete(id);
      return true;
    });
  }
}
