import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { SavedSearch } from './saved-search.entity.js';
import { SavedSearchesDataClasses } from './saved-searches.data-classes.js';
import { SavedSearchesResolver } from './saved-searches.resolver.js';
import { SavedSearchesService } from './saved-searches.service.js';

@Module({
  imports: [AccessModule, RetentionModule, SigninModule],
  providers: [SavedSearchesService, SavedSearchesDataClasses, SavedSearchesResolver],
  exports: [SavedSearchesService],
})
export class SavedSearchesModule {
  constructor(subjects: PolicySubjects) {
    const columns = { ownerId: { sql: 'account_id' } };
    subjects.register('SavedSearch', SavedSearch, { table: 'saved_search', columns, sets: {} });
  }
}
