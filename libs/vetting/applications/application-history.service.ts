import { Injectable } from '@nestjs/common';
import type { Application } from './application.entity.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { EarlierRemovalsService } from './earlier-removals.service.js';
import { RepeatApplicantsService } from './repeat-applicants.service.js';
import type { ApplicationAppealView } from './application-file.view.js';

/** Returns the appeal, earlier declines and earlier removals of an application, for its reviewers. */
@Injectable()
export class ApplicationHistoryService {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly seenBefore: RepeatApplicantsService,
    private readonly removals: EarlierRemovalsService,
  ) {}

  async of(application: Application) {
    return {
      appeal: await this.appealOf(application),
      earlierDecisions: await this.seenBefore.of(application),
      earlierRemovals: await this.removals.of(application),
    };
  }

  /** The reasons for the appeal and the decision that was appealed; null in the first round. */
  private async appealOf({ id, appeal }: Application): Promise<ApplicationAppealView | null> {
    const decision = appeal === null ? null : await this.decisions.first(id);
    return appeal !== null && decision ? { words: appeal, decision } : null;
  }
}
