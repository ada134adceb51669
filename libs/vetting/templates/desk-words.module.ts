import { Module } from '@nestjs/common';
import { SettingsModule } from '#settings/settings.module.js';
import { ChecklistSetting } from './checklist-setting.js';
import { DeskWordsResolver } from './desk-words.resolver.js';
import { DeskWords } from './desk-words.service.js';
import { DeskWordsSettingsResolver } from './desk-words-settings.resolver.js';
import { TemplatesSetting } from './templates-setting.js';

/** The reviewers' checklist and templates, and the settings that change them. */
@Module({
  imports: [SettingsModule],
  providers: [
    ...[ChecklistSetting, TemplatesSetting, DeskWords],
    ...[DeskWordsResolver, DeskWordsSettingsResolver],
  ],
  exports: [DeskWords],
})
export class DeskWordsModule {}
