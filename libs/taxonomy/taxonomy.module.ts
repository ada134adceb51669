import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { TaxonomyResolver } from './taxonomy.resolver.js';
import { TaxonomyService } from './taxonomy.service.js';
import { TermWordsResolver } from './words/term-words.resolver.js';
import { TermWordsService } from './words/term-words.service.js';
import { LexiconService } from './words/lexicon.service.js';

@Module({
  imports: [AccessModule, AuditModule, RealtimeModule],
  providers: [
    TermWordsService,
    TaxonomyResolver,
    TaxonomyService,
    TermWordsResolver,
    LexiconService,
  ],
  exports: [TermWordsService, TaxonomyService, LexiconService],
})
export class TaxonomyModule {}
