import { Module } from '@nestjs/common';
import { SettingsModule } from '#settings/settings.module.js';
import { ChecklistSetting } from './checklist-setting.js';
import { ReviewTemplatesResolver } from './review-templates.resolver.js';
import { ReviewTemplatesService } from './review-templates.service.js';
import { ReviewTemplatesSettingsResolver } from './review-templates-settings.resolver.js';
import { TemplatesSetting } from './templates-setting.js';

/** The reviewers' checklist and templates, and the settings that change them. */
@Module({
  imports: [SettingsModule],
  providers: [
    ...[ChecklistSetting, TemplatesSetting, ReviewTemplatesService],
    ...[ReviewTemplatesResolver, ReviewTemplatesSettingsResolver],
  ],
  exports: [ReviewTemplatesService],
})
export class ReviewTemplatesModule {}
