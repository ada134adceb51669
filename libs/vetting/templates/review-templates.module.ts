import { Module } from '@nestjs/common';
import { SettingsModule } from '#settings/settings.module.js';
import { ChecklistSetting } from './checklist-setting.js';
import { ReviewTemplatesResolver } from './review-templates.resolver.js';
import { ReviewTemplatesService } from './review-templates.service.js';
import { ReviewTemplatesSettingsResolver } from './review-templates-settings.resolver.js';
import { ReviewTemplatesSetting } from './review-templates-setting.js';

/** The reviewers' checklist and templates, and the settings that change them. */
@Module({
  imports: [SettingsModule],
  providers: [
    ...[ChecklistSetting, ReviewTemplatesSetting, ReviewTemplatesService],
    ...[ReviewTemplatesResolver, ReviewTemplatesSettingsResolver],
  ],
  exports: [ReviewTemplatesService],
})
export class ReviewTemplatesModule {}
