import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { TaxonomyResolver } from './taxonomy.resolver.js';
import { TaxonomyService } from './taxonomy.service.js';
import { TermWordsResolver } from './words/term-words.resolver.js';
import { TermWordsService } from './words/term-words.service.js';
import { VocabularyService } from './words/vocabulary.service.js';

@Module({
  imports: [AccessModule, AuditModule, RealtimeModule],
  providers: [
    TermWordsService,
    TaxonomyResolver,
    TaxonomyService,
    TermWordsResolver,
    VocabularyService,
  ],
  exports: [TermWordsService, TaxonomyService, VocabularyService],
})
export class TaxonomyModule {}
