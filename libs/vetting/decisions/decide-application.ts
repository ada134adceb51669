import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { AdmissionService } from './admission.service.js';
import { agreedOutcomeOf } from './admission-rule.js';
import { Application } from '../applications/application.entity.js';
import { loadValidReviews, REVIEW_VALIDITY_PERIOD } from '../reviews/valid-reviews.js';
import type { Decision } from './decision.entity.js';
import { DecisionEffectsService, type DecisionBasis } from './decision-effects.service.js';
import { Recommendation } from '../reviews/review.entity.js';
import type { DecideApplicationInput } from '../reviews/reviews.inputs.js';
import { ClaimsService } from '../reviews/claims.service.js';

/**
 * Decides an application. Requires two agreeing reviews of its current state, and the vouches of the admission rule
 * (R1).
 */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly admission: AdmissionService,
    private readonly outcomes: DecisionEffectsService,
  ) {}

  async decide(viewer: Viewer, input: DecideApplicationInput): Promise<Decision> {
    await this.claims.sweep();
    // Checks before the lock too. A reviewer who loses the right only while waiting for the lock then gets a Conflict
    // instead of NotFound.
    await this.access.load(Application, input.applicationId, viewer, 'decide');
    return this.db.write(async () => {
      const application = await this.access
        .load(Application, input.applicationId, viewer, 'decide')
        .catch(asConflict);
      if (application.answersHash.toString('hex') !== input.readAs) {
        throw new Conflict('application.changed');
      }
      const deciderIds = await this.assertAgreed(viewer, application, input.outcome);
      const taken = { ...(await this.admission.of(application.id)), deciderIds };
      if (input.outcome === Recommendation.accept) return this.accept(viewer, application, taken);
      return this.decline(viewer, application, taken, input);
    });
  }

  /** Returns the account ids of the reviewers whose reviews count. */
  private async assertAgreed(viewer: Viewer, { id }: Application, outcome: Recommendation) {
    const counting = await loadValidReviews(this.db, id, this.clock.in(-REVIEW_VALIDITY_PERIOD));
    const current = counting.filter((review) => review.isCurrent);
    if (!current.some((review) => review.reviewerId === viewer.accountId)) {
      throw new Conflict('review.notConfirmed');
    }
    const agreed = agreedOutcomeOf(current.map((review) => review.recommendation));
    if (agreed !== outcome) throw new Conflict('decision.reviewsDoNotAgree');
    return current.map(({ reviewerId }) => reviewerId);
  }

  private accept(
    viewer: Viewer,
    application: Application,
    taken: DecisionBasis,
  ): Promise<Decision> {
    if (taken.vouchesCounted < taken.vouchesNeeded) throw new Conflict('decision.vouchesMissing');
    return this.outcomes.accept(viewer, application, taken);
  }

  private decline(
    viewer: Viewer,
    application: Application,
    taken: DecisionBasis,
    input: DecideApplicationInput,
  ) {
    const { reasonClass, words } = input;
    if (!reasonClass) throw new Invalid('input', { reasonClass: 'missing' });
    if (words === '') throw new Invalid('input', { words: 'missing' });
    return this.outcomes.decline(viewer, application, taken, { reasonClass, words });
  }
}

function asConflict(error: unknown): never {
  if (error instanceof NotFound) throw new Conflict('application.decided');
  throw error;
}
