import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from './application.entity.js';
import { ApplicationQuestion } from './application-question.entity.js';
import { ClaimsService } from '../reviews/claims.service.js';
import type { AskApplicantInput } from '../reviews/reviews.inputs.js';
import { ReviewerActionLog } from '../reviewer-action-log.js';
import { ApplicantQuestionAsked } from '../vetting.events.js';

@Injectable()
export class AskApplicant {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly records: ReviewerActionLog,
  ) {}

  /** Sends a question to the applicant. The application stays undecided and waits for the answer. */
  async ask(viewer: Viewer, { applicationId, question }: AskApplicantInput): Promise<void> {
    await this.claims.sweep();
    await this.db.write(async () => {
      const application = await this.access.load(Application, applicationId, viewer, 'ask');
      if (application.stage === ApplicationStage.asked) throw new Conflict('application.asked');
      await this.db.repo(ApplicationQuestion).insert({
        applicationId,
        askerId: viewer.accountId,
        body: question,
        createdAt: this.clock.now(),
        answer: null,
        answeredAt: null,
      });
      await this.db.repo(Application).update(applicationId, { stage: ApplicationStage.asked });
      await this.records.acted(viewer, application, 'ask', ApplicantQuestionAsked);
    });
  }
}
