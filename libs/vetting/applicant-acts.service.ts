import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from './application.entity.js';
import { ApplicationQuestion } from './application-question.entity.js';
import { ApplicationRecord } from './application-record.service.js';
import { Readers } from './readers.service.js';
import { ApplicationAnswered, ApplicationWithdrawn } from './vetting.events.js';

/** What an applicant does with their own application: an answer, taking it back. */
@Injectable()
export class ApplicantActs {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: ApplicationRecord,
    private readonly readers: Readers,
  ) {}

  /** Answers what was asked. Reviews that were written before are confirmed or changed by their writers. */
  answer(viewer: Viewer, id: string, answer: string): Promise<void> {
    return this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'answer');
      const questions = await this.record.questionsOf(id);
      const open = questions.find((question) => question.answeredAt === null);
      if (!open) throw new Conflict('application.notAsked');
      const answeredAt = this.clock.now();
      await this.db.repo(ApplicationQuestion).update(open.id, { answer, answeredAt });
      const stage = ApplicationStage.inReview;
      await this.db.repo(Application).update(id, { stage, waitsSince: answeredAt });
      await this.record.rehash(id);
      await this.events.record(ApplicationAnswered, { applicationId: id, accountId });
    });
  }

  /** Takes the application back: what it said is destroyed at once; the account stays, and may apply again. */
  withdraw(viewer: Viewer, id: string): Promise<void> {
    return this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'withdraw');
      await this.readers.close(id);
      await this.record.destroy([id]);
      const stage = ApplicationStage.withdrawn;
      await this.db.repo(Application).update(id, { stage, decidedAt: this.clock.now() });
      await this.events.record(ApplicationWithdrawn, { applicationId: id, accountId });
    });
  }
}
