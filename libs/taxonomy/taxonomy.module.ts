import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { TaxonomyResolver } from './taxonomy.resolver.js';
import { TaxonomyService } from './taxonomy.service.js';

@Module({
  imports: [AccessModule],
  providers: [TaxonomyResolver, TaxonomyService],
  exports: [TaxonomyService],
})
export class TaxonomyModule {}
