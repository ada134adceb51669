import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull, MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { StandingService } from '#members/standing.service.js';
import { MemberRemoval } from './member-removal.js';
import { ReportableContentRegistry } from '../reports/reportable-content-registry.js';
import type { Report, ReportReason } from '../reports/report.entity.js';
import { Sanction } from './sanction.entity.js';

/** Minimum time between the end of a suspension and the next one. */
const NO_SECOND_WITHIN = 30 * DAY;
/** Maximum number of suspensions. After that only a removal is left, which needs two moderators. */
const MOST = 2;

/** Applies and lifts sanctions. Callers check the policy. */
@Injectable()
export class SanctionEffects {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly standing: StandingService,
    private readonly separations: SeparationsService,
    private readonly reportables: ReportableContentRegistry,
    private readonly endings: MemberRemoval,
  ) {}

  remove(report: Report): Promise<void> {
    this.db.assertWriting();
    return this.reportables.of(report.subjectName).remove(report.subjectKey);
  }

  /**
   * Locks the account, so that concurrent orders run one after the other. Throws Conflict unless the account is a
   * member.
   */
  async lockMember(accountId: string): Promise<void> {
    this.db.assertWriting();
    const member = await this.db.query(
      `select 1 from account where id = $1 and standing = 'member' for no key update`,
      [accountId],
    );
    if (member.length === 0) throw new Conflict('sanction.notMember');
  }

  /**
   * Throws Conflict if the member was suspended too recently or too often, in whatever matter. A lifted suspension
   * counts for the interval, not for the maximum.
   */
  async assertNotRolling(accountId: string): Promise<void> {
    this.db.assertWriting();
    const suspensions = this.db.repo(Sanction);
    const endsAt = MoreThan(this.clock.in(-NO_SECOND_WITHIN));
    const recent = await suspensions.countBy({ accountId, kind: 'suspension', endsAt });
    if (recent > 0) throw new Conflict('sanction.rolling');
    const all = await suspensions.countBy({ accountId, kind: 'suspension', liftedAt: IsNull() });
    if (all >= MOST) throw new Conflict('sanction.thirdSuspension');
  }

  suspend(accountId: string, until: Date): Promise<void> {
    this.db.assertWriting();
    return this.standing.suspend(accountId, until);
  }

  /**
   * Locks the account. Throws Conflict unless it can be removed: its standing is member, suspended or locked, and it is
   * not a last holder (R4).
   */
  async assertRemovable(accountId: string): Promise<void> {
    this.db.assertWriting();
    const removable = await this.db.query(
      `select 1 from account where id = $1 and standing in ('member', 'suspended', 'locked') for no key update`,
      [accountId],
    );
    if (removable.length === 0) throw new Conflict('sanction.notMember');
    await this.endings.assertMayEnd(accountId);
  }

  removeMember(accountId: string, reason: ReportReason): Promise<void> {
    this.db.assertWriting();
    return this.endings.end(accountId, reason);
  }

  /** Lifts a sanction and restores what can be restored. */
  async lift(sanction: Sanction): Promise<void> {
    this.db.assertWriting();
    const { id, separationId } = sanction;
    const which: FindOptionsWhere<Sanction> = separationId ? { separationId } : { id };
    await this.db.repo(Sanction).update(which, { liftedAt: this.clock.now() });
    if (separationId) await this.separations.end(separationId);
    if (sanction.kind === 'suspension') await this.restore(sanction);
    if (sanction.kind === 'removal') await this.endings.undo(sanction.accountId);
  }

  /** Restores the standing only if this suspension is the current one; the account may be locked or removed since. */
  private async restore({ accountId, endsAt }: Sanction): Promise<void> {
    const rows = await this.db.query(
      `select 1 from account where id = $1 and standing = 'suspended' and suspended_until = $2 for no key update`,
      [accountId, endsAt],
    );
    if (rows.length > 0) await this.standing.restore(accountId);
    else await this.standing.forgetSuspension(accountId, endsAt!);
  }
}
