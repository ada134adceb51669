import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { AuditEntry } from '#audit/audit-entry.entity.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import type { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import {
  Application,
  ApplicationStage,
  UNDECIDED_STAGES,
} from '../applications/application.entity.js';
import { ApplicationContentService } from '../applications/application-content.service.js';
import { OwnAppealService } from './own-appeal.service.js';
import { ApplicationStatusService } from '../applications/application-status.service.js';
import type { MyApplication } from './my-application.view.js';
import { formatVouchCode } from '../vouches/vouch-code.js';

const PROMISE = 72 * HOUR;

interface Progress {
  reviews: number;
  claims: number;
  vouches: number;
  destroyedAt: Date | null;
}

/** Reads the viewer's own application and its progress. */
@Injectable()
export class OwnApplicationService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly record: ApplicationContentService,
    private readonly states: ApplicationStatusService,
    private readonly ownAppeal: OwnAppealService,
  ) {}

  async find(viewer: Viewer): Promise<Permitted<Application> | null> {
    return this.access
      .list(Application, viewer)
      .andWhere('it.account_id = :me', { me: viewer.accountId })
      .getOne();
  }

  /** Returns the application with its terms in the given language; null if the viewer never applied. */
  async read(viewer: Viewer, language: Language): Promise<MyApplication | null> {
    const application = await this.find(viewer);
    if (!application) return null;
    const progress = await this.progressOf(application);
    const { id, stage, submittedAt, answers } = application;
    const viewerCan = await this.access.viewerCan('Application', id, viewer);
    const ofAppeal = await this.ownAppeal.of(application, viewerCan);
    const { state, reviewsWritten } = await this.states.of(application);
    return {
      id,
      stage,
      state,
      submittedAt,
      ...ofAppeal,
      ...this.promiseOf(application, reviewsWritten, ofAppeal.isHeardLater),
      reviewsWritten,
      isBeingRead: progress.claims > 0,
      vouchCode: formatVouchCode(application.vouchCode),
      vouchCount: progress.vouches,
      questions: await this.record.questionsOf(application),
      openedAt: await this.openingsOf(viewer, id),
      answers: answers && this.record.toView(answers, language),
      destroyedAt: answers ? null : progress.destroyedAt,
      viewerCan,
    };
  }

  /** The times at which a reviewer opened the file of the viewer's application. */
  private async openingsOf(viewer: Viewer, id: string): Promise<Date[]> {
    const entries = await this.access
      .list(AuditEntry, viewer)
      .andWhere(`it.action = 'readFile' and it.subject_id = :id`, { id })
      .andWhere('it.about_id = :me', { me: viewer.accountId })
      .orderBy('it.created_at', 'DESC')
      .take(20)
      .getMany();
    return entries.map((entry) => entry.createdAt);
  }

  /** The due date of the next response. An appeal that too few reviewers can decide has none. */
  private promiseOf({ stage, waitsSince }: Application, reviewsWritten: number, isLater: boolean) {
    const isOpen = UNDECIDED_STAGES.includes(stage) && stage !== ApplicationStage.asked;
    const isOurTurn = isOpen && !isLater;
    const dueAt = new Date(waitsSince.getTime() + PROMISE);
    return {
      answerDueAt: isOurTurn ? dueAt : null,
      waitsForSecondReader: isOurTurn && reviewsWritten === 1 && dueAt < this.clock.now(),
    };
  }

  private async progressOf({ id, stage }: Application): Promise<Progress> {
    const [row] = await this.db.query<Progress>(
      `select (select count(*)::int from claim where application_id = a.id and ends_at > $2) as claims,
         (select count(*)::int from vouch where application_id = a.id and withdrawn_at is null
           and created_at >= a.submitted_at) as vouches,
         (select max(destroyed_at) from receipt where subject_id = a.id and about_id = a.account_id
           and data_class = 'applicationFile') as "destroyedAt"
       from application a where a.id = $1`,
      [id, this.clock.now()],
    );
    return UNDECIDED_STAGES.includes(stage) ? row! : { ...row!, claims: 0 };
  }
}
