import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from '../applications/application.entity.js';
import { ApplicationQuestion } from '../applications/application-question.entity.js';
import { ApplicationContentService } from '../applications/application-content.service.js';
import { ReviewerNotifierService } from '../reviews/reviewer-notifier.service.js';
import {
  ApplicantQuestionAnswered,
  ApplicationAppealed,
  ApplicationWithdrawn,
} from '../vetting.events.js';

/** Lets an applicant answer a question, appeal a decline and withdraw their application. */
@Injectable()
export class ApplicantActionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: ApplicationContentService,
    private readonly readers: ReviewerNotifierService,
  ) {}

  /** Answers the open question. Reviewers must then confirm or change the reviews that they already wrote. */
  answer(viewer: Viewer, id: string, answer: string): Promise<void> {
    return this.db.write(async () => {
      const application = await this.access.load(Application, id, viewer, 'answer');
      const { accountId, round } = application;
      const questions = await this.record.questionsOf(application);
      const open = questions.find((question) => question.answeredAt === null);
      if (!open) throw new Conflict('application.notAsked');
      const answeredAt = this.clock.now();
      await this.db.repo(ApplicationQuestion).update(open.id, { answer, answeredAt });
      const stage = round > 1 ? ApplicationStage.appealed : ApplicationStage.inReview;
      await this.db.repo(Application).update(id, { stage, waitsSince: answeredAt });
      await this.record.rehash(id);
      await this.events.record(ApplicantQuestionAnswered, { applicationId: id, accountId });
    });
  }

  /**
   * Appeals a decline, once. Other reviewers decide the appeal. The content of the application is stored until then.
   */
  appeal(viewer: Viewer, id: string, words: string): Promise<void> {
    return this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'appeal');
      const stage = ApplicationStage.appealed;
      const again = { stage, round: 2, waitsSince: this.clock.now(), decidedAt: null };
      await this.db.repo(Application).update(id, { ...again, appeal: words });
      await this.record.rehash(id);
      await this.events.record(ApplicationAppealed, { applicationId: id, accountId });
    });
  }

  /**
   * Withdraws the application and destroys its content at once. The account remains and may apply again. Withdrawing an
   * appeal leaves the decline in force.
   */
  withdraw(viewer: Viewer, id: string): Promise<void> {
    return this.db.write(async () => {
      const { accountId, round } = await this.access.load(Application, id, viewer, 'withdraw');
      await this.readers.close(id);
      await this.record.destroy([id]);
      const stage = round > 1 ? ApplicationStage.declined : ApplicationStage.withdrawn;
      await this.db.repo(Application).update(id, { stage, decidedAt: this.clock.now() });
      await this.events.record(ApplicationWithdrawn, { applicationId: id, accountId });
    });
  }
}
