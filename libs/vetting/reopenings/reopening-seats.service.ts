import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { countReviewerSeats } from '../decisions/admission-rule.js';
import { CLAIM_DURATION } from '../reviews/claims.service.js';
import { Reopening, ReopeningOpinion } from './reopening.entity.js';
import { ReopeningSeatsChanged } from './reopening.events.js';
import { ReopeningSeat } from './reopening-seat.entity.js';

export interface CountedReopeningSeat {
  readonly accountId: string;
  /** The opinion of the reviewer; null until the reviewer has written it. */
  readonly says: ReopeningOpinion | null;
}

/** Manages the claims on reopenings: at most two, and one more while the opinions disagree. */
@Injectable()
export class ReopeningSeatsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Claims a reopening or renews the viewer's claim. Returns when it ends; a claim with an opinion does not end. */
  async claim(viewer: Viewer, id: string): Promise<Date> {
    await this.sweep();
    return this.db.write(async () => {
      const reopening = await this.access.load(Reopening, id, viewer, 'claim');
      const seats = this.db.repo(ReopeningSeat);
      const key = { reopeningId: id, accountId: viewer.accountId };
      const endsAt = this.clock.in(CLAIM_DURATION);
      const mine = await seats.findOneBy(key);
      if (mine) {
        if (mine.says === null) await seats.update(mine.id, { endsAt });
        return endsAt;
      }
      await this.assertFree(id);
      await seats.insert({ ...key, endsAt });
      await this.record(viewer, reopening, 'claim');
      return endsAt;
    });
  }

  /** Ends the viewer's claim, unless they have written an opinion. */
  async release(viewer: Viewer, id: string): Promise<void> {
    await this.sweep();
    await this.db.write(async () => {
      await this.access.load(Reopening, id, viewer, 'release');
      await this.leave(viewer.accountId, id);
    });
  }

  /** Deletes the claim of a reviewer without an opinion. */
  async leave(accountId: string, reopeningId: string): Promise<void> {
    this.db.assertWriting();
    const mine = { accountId, reopeningId, says: IsNull() };
    const { affected } = await this.db.repo(ReopeningSeat).delete(mine);
    if (affected) await this.events.record(ReopeningSeatsChanged, { reopeningId });
  }

  /** Deletes expired claims. Call this before a policy check: the rules do not look at the clock. */
  async sweep(): Promise<void> {
    const over = { says: IsNull(), endsAt: LessThanOrEqual(this.clock.now()) };
    await this.db.repo(ReopeningSeat).delete(over);
  }

  /** Claims of accounts that have the vet duty now and no conflict of interest; other opinions do not count. */
  countingOf(reopeningId: string): Promise<CountedReopeningSeat[]> {
    return this.db.query<CountedReopeningSeat>(
      `select s.account_id as "accountId", s.says from reopening_seat s
       join reopening r on r.id = s.reopening_id
       join account v on v.id = s.account_id and v.standing = 'member'
       join duty d on d.account_id = v.id and d.name = 'vet'
       where r.id = $1 and not exists (
         select 1 from tie t where t.other_id = r.account_id and t.account_id = s.account_id)
       order by s.created_at, s.id`,
      [reopeningId],
    );
  }

  /** Writes an audit entry, which the member can see, and notifies the reviewers. */
  async record(viewer: Viewer, { id, accountId }: Reopening, action: string): Promise<void> {
    this.db.assertWriting();
    await this.audit.record(viewer, {
      action,
      subjectType: 'Reopening',
      subjectId: id,
      aboutId: accountId,
      duty: 'vet',
    });
    await this.events.record(ReopeningSeatsChanged, { reopeningId: id });
  }

  private async assertFree(reopeningId: string): Promise<void> {
    const taken = await this.countingOf(reopeningId);
    const said = taken.flatMap(({ says }) => says ?? []);
    if (taken.length >= countReviewerSeats(said.map(opinionToReviewOutcome))) {
      throw new Conflict('reopening.seatsTaken');
    }
  }
}

/** Maps an opinion to a recommendation, so that the rule for applications can count it. */
export const opinionToReviewOutcome = (says: ReopeningOpinion) =>
  says === ReopeningOpinion.stays ? 'accept' : 'decline';
