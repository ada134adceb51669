import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY, HOUR } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Matter } from './matter.entity.js';
import { MatterRecord } from './matter-record.js';
import { MemberSuspended } from './moderation.events.js';
import { Report, type ReportReason } from './report.entity.js';
import { SanctionActs } from './sanction-acts.js';
import { Sanction } from './sanction.entity.js';

const MAX_HOURS = 72;
/** A suspension within this time of another would be a rolling one, which needs two people. */
const NO_SECOND_WITHIN = 30 * DAY;

export interface NewSuspension {
  readonly matterId: string;
  readonly hours: number;
  readonly reason: ReportReason;
}

/** What one moderator may do in a matter alone. None of it closes the matter. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: MatterRecord,
    private readonly acts: SanctionActs,
  ) {}

  /** Takes away what was reported. */
  removeContent(viewer: Viewer, reportId: string): Promise<Report> {
    return this.db.write(async () => {
      const report = await this.access.load(Report, reportId, viewer, 'removeContent');
      const { matterId, reason } = report;
      const matter = await this.access.load(Matter, matterId, viewer, 'readFile');
      await this.acts.remove(report);
      await this.keep(viewer, matter, { kind: 'contentRemoved', reason, endsAt: null });
      await this.record.write(viewer, matter, 'removeContent', { reason, isTold: true });
      return report;
    });
  }

  /** Suspends whoever is reported for at most 72 hours, once in thirty days. */
  suspend(viewer: Viewer, { matterId, hours, reason }: NewSuspension): Promise<Matter> {
    if (!Number.isInteger(hours) || hours < 1 || hours > MAX_HOURS) {
      throw new Invalid('input', { hours: 'range' });
    }
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'suspend');
      const { reportedId: accountId } = matter;
      await this.acts.lockMember(accountId);
      await this.checkNotRolling(accountId);
      const endsAt = this.clock.in(hours * HOUR);
      const sanction = await this.keep(viewer, matter, { kind: 'suspension', reason, endsAt });
      await this.acts.suspend(accountId, endsAt);
      await this.events.record(MemberSuspended, { accountId, sanctionId: sanction.id });
      await this.record.write(viewer, matter, 'suspend', { reason, isTold: true });
      return matter;
    });
  }

  private async checkNotRolling(accountId: string): Promise<void> {
    const since = this.clock.in(-NO_SECOND_WITHIN);
    const earlier = await this.db
      .repo(Sanction)
      .countBy({ accountId, kind: 'suspension', endsAt: MoreThan(since) });
    if (earlier > 0) throw new Conflict('sanction.rolling');
  }

  private keep(
    viewer: Viewer,
    { id: matterId, reportedId: accountId }: Matter,
    act: Pick<Sanction, 'kind' | 'reason' | 'endsAt'>,
  ): Promise<Sanction> {
    const sanctions = this.db.repo(Sanction);
    const made = {
      matterId,
      accountId,
      orderedById: viewer.accountId,
      createdAt: this.clock.now(),
    };
    return sanctions.save(sanctions.create({ ...act, ...made }));
  }
}
