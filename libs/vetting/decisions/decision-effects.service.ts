import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { VouchRuleResult } from './admission.service.js';
import { Application, ApplicationStage } from '../applications/application.entity.js';
import type { ApplicationAnswers } from '../applications/application-answers.js';
import { Claim } from '../reviews/claim.entity.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { type ReasonClass, Recommendation } from '../reviews/review.entity.js';
import { ApplicationDecided } from '../vetting.events.js';

/** The result of the vouch rule, and the reviewers whose reviews counted. */
export type DecisionBasis = VouchRuleResult & { readonly deciderIds: string[] };

interface Reason {
  readonly reasonClass: ReasonClass;
  readonly words: string;
}

/** Admits an applicant as a member, with a profile that other members cannot see yet. */
@Injectable()
export class AdmitApplicant {
  constructor(
    private readonly standing: StandingService,
    private readonly profiles: ProfilesService,
  ) {}

  async admit({ accountId, answers }: Application): Promise<void> {
    await this.standing.admit(accountId);
    await this.profiles.start(accountId, firstAnswers(answers));
  }
}

/** Applies a decision. `DecideApplication` checks beforehand whether the decision is allowed. */
@Injectable()
export class DecisionEffectsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly audit: AuditService,
    private readonly decisions: DecisionsService,
    private readonly admitting: AdmitApplicant,
  ) {}

  /** Turns the applicant's account into a member and ends its sessions. */
  async accept(viewer: Viewer, application: Application, taken: DecisionBasis): Promise<Decision> {
    this.db.assertWriting();
    await this.admitting.admit(application);
    return this.close(viewer, application, { ...taken, outcome: Recommendation.accept });
  }

  decline(viewer: Viewer, application: Application, taken: DecisionBasis, reason: Reason) {
    this.db.assertWriting();
    const outcome = Recommendation.decline;
    return this.close(viewer, application, { ...taken, ...reason, outcome });
  }

  private async close(
    viewer: Viewer,
    { id: applicationId, accountId, round, submittedAt }: Application,
    decision: DecisionBasis & Partial<Reason> & { readonly outcome: Recommendation },
  ): Promise<Decision> {
    const { outcome } = decision;
    const stage =
      outcome === Recommendation.accept ? ApplicationStage.accepted : ApplicationStage.declined;
    await this.db.repo(Application).update(applicationId, { stage, decidedAt: this.clock.now() });
    await this.db.repo(Claim).delete({ applicationId });
    await this.audit.record(viewer, {
      action: 'decide',
      subjectType: 'Application',
      subjectId: applicationId,
      aboutId: accountId,
      duty: 'vet',
      reason: decision.reasonClass ?? outcome,
    });
    await this.events.record(ApplicationDecided, { applicationId, accountId });
    return this.decisions.record({ ...decision, applicationId, accountId, round, submittedAt });
  }
}

/** Copies only the answers that fit a profile. The other answers were meant for the two reviewers only. */
function firstAnswers(answers: ApplicationAnswers | null) {
  if (!answers) throw new Error('An application without answers cannot be accepted');
  const { name, languages, practices, issueAreas, territories } = answers;
  return { name, languages, practices, issueAreas, territories };
}
