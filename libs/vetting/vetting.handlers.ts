import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Decision } from './decisions/decision.entity.js';
import { ReviewerNotifierService } from './reviews/reviewer-notifier.service.js';
import {
  ApplicantQuestionAnswered,
  ApplicationAppealed,
  ApplicantQuestionAsked,
  ApplicationClaimsChanged,
  ApplicationDecided,
  ApplicationNoteWritten,
  ApplicationReviewed,
  ApplicationSubmitted,
  VouchGiven,
  VouchWithdrawn,
} from './vetting.events.js';
import { Vouch } from './vouches/vouch.entity.js';

interface Of {
  readonly applicationId: string;
}

/** Notifies each reviewer of changes to applications that they may see in the queue. */
@Injectable()
export class VettingHandlers {
  constructor(
    private readonly db: Database,
    private readonly readers: ReviewerNotifierService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(ApplicationSubmitted, { id: 'TellTheDesk.whenSomeoneApplies' })
  whenSomeoneApplies({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicationClaimsChanged, { id: 'TellTheDesk.whenSomeoneReads' })
  whenSomeoneReads({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicationAppealed, { id: 'TellTheDesk.whenADeclineIsAppealed' })
  whenADeclineIsAppealed({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicantQuestionAsked, { id: 'TellTheDesk.whenSomethingIsAsked' })
  whenSomethingIsAsked({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicantQuestionAnswered, { id: 'TellTheDesk.whenAnAnswerComes' })
  whenAnAnswerComes({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicationReviewed, { id: 'TellTheDesk.whenAReviewIsWritten' })
  whenAReviewIsWritten({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  /** Notifies only reviewers who may read notes. */
  @On(ApplicationNoteWritten, { id: 'TellTheDesk.whenANoteIsWritten' })
  whenANoteIsWritten({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId, 'Application', applicationId, 'readReviews');
  }

  @On(ApplicationDecided, { id: 'TellTheDesk.whenItIsDecided' })
  async whenItIsDecided({ applicationId }: Of): Promise<void> {
    const where = { applicationId };
    const decision = await this.db.repo(Decision).findOne({ where, order: { round: 'DESC' } });
    if (decision) await this.tell(applicationId, 'Decision', decision.id, 'read');
  }

  @On(VouchGiven, { id: 'TellTheDesk.whenSomeoneVouches' })
  whenSomeoneVouches({ vouchId }: { vouchId: string }): Promise<void> {
    return this.tellOfVouch(vouchId);
  }

  @On(VouchWithdrawn, { id: 'TellTheDesk.whenAVouchIsTakenBack' })
  whenAVouchIsTakenBack({ vouchId }: { vouchId: string }): Promise<void> {
    return this.tellOfVouch(vouchId);
  }

  private async tellOfVouch(id: string): Promise<void> {
    const vouch = await this.db.repo(Vouch).findOneBy({ id });
    if (vouch?.applicationId) await this.tell(vouch.applicationId);
  }

  private async tell(id: string, subject = 'Application', ofId = id, action = 'queue') {
    const told = await this.readers.reviewersAllowed(action, subject, ofId);
    this.realtime.tell(told, { subject: 'application', id });
  }
}
