import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { CHECKLIST_SETTING_NAME, ChecklistSetting } from './checklist-setting.js';
import { ChecklistInput, ReasonTemplatesInput } from './review-templates.inputs.js';
import {
  REVIEW_TEMPLATES_SETTING_NAME,
  ReviewTemplatesSetting,
} from './review-templates-setting.js';

/** Changes the checklist and the review templates; each change needs two administrators. */
@For('administrator')
@Resolver()
export class ReviewTemplatesSettingsResolver {
  constructor(
    private readonly changes: ChangeSettingsService,
    private readonly checklist: ChecklistSetting,
    private readonly templates: ReviewTemplatesSetting,
  ) {}

  /** Requests a new checklist; another administrator must approve it. */
  @Mutation(() => TwoPersonAct)
  async askToChangeChecklist(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { readAs, items, reason }: ChecklistInput,
  ) {
    const value = await this.checklist.asked(readAs, items);
    return this.changes.ask(viewer, { setting: CHECKLIST_SETTING_NAME, value }, reason);
  }

  /** Requests new review templates; another administrator must approve them. */
  @Mutation(() => TwoPersonAct)
  async askToChangeReasonTemplates(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { readAs, items, reason }: ReasonTemplatesInput,
  ) {
    const value = await this.templates.asked(readAs, items);
    return this.changes.ask(viewer, { setting: REVIEW_TEMPLATES_SETTING_NAME, value }, reason);
  }
}
