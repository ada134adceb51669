import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, MINUTE } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { countReviewerSeats } from '../decisions/admission-rule.js';
import { Application } from '../applications/application.entity.js';
import { Claim } from './claim.entity.js';
import { loadValidReviews, REVIEW_VALIDITY_PERIOD } from './valid-reviews.js';
import { ApplicationClaimsChanged } from '../vetting.events.js';

/** How long a claim lasts. An open page renews its claim. */
export const CLAIM_DURATION = 30 * MINUTE;

/** Manages the claims of reviewers on applications. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Claims an application or renews the viewer's claim. At most two reviewers may claim it, and one more while the
   * reviews disagree.
   */
  async claim(viewer: Viewer, id: string): Promise<Claim> {
    await this.sweep();
    return this.db.write(async () => {
      const application = await this.access.load(Application, id, viewer, 'claim');
      const mine = await this.db
        .repo(Claim)
        .findOneBy({ applicationId: id, accountId: viewer.accountId });
      if (mine) return this.renew(mine);
      await this.assertSeat(viewer, application);
      const claim = await this.db
        .repo(Claim)
        .save(
          this.db
            .repo(Claim)
            .create({ ...this.ends(), applicationId: id, accountId: viewer.accountId }),
        );
      const about = { applicationId: id, accountId: application.accountId };
      await this.audit.record(viewer, {
        action: 'claim',
        subjectType: 'Application',
        subjectId: id,
        aboutId: application.accountId,
        duty: 'vet',
      });
      await this.events.record(ApplicationClaimsChanged, about);
      return claim;
    });
  }

  /** Ends the viewer's claim. */
  async release(viewer: Viewer, id: string): Promise<void> {
    await this.sweep();
    await this.db.write(async () => {
      const { accountId } = await this.access.load(Application, id, viewer, 'release');
      await this.leave(viewer.accountId, id);
      await this.events.record(ApplicationClaimsChanged, { applicationId: id, accountId });
    });
  }

  /** Deletes a claim. The caller records an event. */
  async leave(accountId: string, applicationId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Claim).delete({ accountId, applicationId });
  }

  /** Deletes expired claims. Call this before a policy check: the rules do not look at the clock. */
  async sweep(): Promise<void> {
    await this.db.repo(Claim).delete({ endsAt: LessThanOrEqual(this.clock.now()) });
  }

  /** When the viewer's own claim on the application ends; null without one. */
  async endOf(viewer: Viewer, applicationId: string): Promise<Date | null> {
    const claim = await this.db
      .repo(Claim)
      .findOneBy({ applicationId, accountId: viewer.accountId });
    return claim?.endsAt ?? null;
  }

  private async renew(claim: Claim): Promise<Claim> {
    return this.db.repo(Claim).save(Object.assign(claim, this.ends()));
  }

  private ends() {
    return { endsAt: this.clock.in(CLAIM_DURATION) };
  }

  /**
   * Throws Conflict if all seats are taken. A review that counts occupies a seat; the claim of a reviewer with a
   * conflict of interest does not.
   */
  private async assertSeat(viewer: Viewer, { id }: Application): Promise<void> {
    const since = this.clock.in(-REVIEW_VALIDITY_PERIOD);
    const reviews = await loadValidReviews(this.db, id, since);
    const readers = await this.db.query<{ account_id: string }>(
      `select c.account_id from claim c where c.application_id = $1 and not exists (
         select 1 from application_tie t where t.application_id = $1 and t.account_id = c.account_id)`,
      [id],
    );
    const taken = new Set([
      ...readers.map((reader) => reader.account_id),
      ...reviews.map((review) => review.reviewerId),
    ]);
    taken.delete(viewer.accountId);
    const current = reviews.filter((review) => review.isCurrent);
    const seats = countReviewerSeats(current.map((review) => review.recommendation));
    if (taken.size >= seats) throw new Conflict('application.seatsTaken');
  }
}
