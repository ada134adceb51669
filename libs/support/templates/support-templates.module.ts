import { Module } from '@nestjs/common';
import { SettingsModule } from '#settings/settings.module.js';
import { SupportTemplatesResolver } from './support-templates.resolver.js';
import { SupportTemplatesService } from './support-templates.service.js';

/** The texts from which supporters start their answers. */
@Module({
  imports: [SettingsModule],
  providers: [SupportTemplatesResolver, SupportTemplatesService],
  exports: [SupportTemplatesService],
})
export class SupportTemplatesModule {}
