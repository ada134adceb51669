import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull, MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { SeparationsService } from '#members/ties/separations.service.js';
import { StandingService } from '#members/standing.service.js';
import { MemberEndings } from './member-endings.js';
import { Reportables } from '../reports/reportables.js';
import type { Report, ReportReason } from '../reports/report.entity.js';
import { Sanction } from './sanction.entity.js';

/** A suspension within this time of the end of another would be a rolling one. */
const NO_SECOND_WITHIN = 30 * DAY;
/** Whom two did not stop is not suspended again: that needs two people, and is for good. */
const MOST = 2;

/** The acts themselves, whoever ordered them. */
@Injectable()
export class SanctionActs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly standing: StandingService,
    private readonly separations: SeparationsService,
    private readonly reportables: Reportables,
    private readonly endings: MemberEndings,
  ) {}

  remove(report: Report): Promise<void> {
    this.db.assertWriting();
    return this.reportables.of(report.subjectName).remove(report.subjectKey);
  }

  /** Two orders at once come one after the other; who is locked or gone already is not made suspended. */
  async lockMember(accountId: string): Promise<void> {
    this.db.assertWriting();
    const member = await this.db.query(
      `select 1 from account where id = $1 and standing = 'member' for no key update`,
      [accountId],
    );
    if (member.length === 0) throw new Conflict('sanction.notMember');
  }

  /** The cap holds over every matter and everybody who moderates; one that was lifted still holds off the next. */
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

  /** Whether somebody can be removed for good: as long as they are a member, suspended or locked too, and not a last one (R4). */
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

  /** Gives back what the sanction took, as far as it can be given back. */
  async lift(sanction: Sanction): Promise<void> {
    this.db.assertWriting();
    const { id, separationId } = sanction;
    const which: FindOptionsWhere<Sanction> = separationId ? { separationId } : { id };
    await this.db.repo(Sanction).update(which, { liftedAt: this.clock.now() });
    if (separationId) await this.separations.end(separationId);
    if (sanction.kind === 'suspension') await this.restore(sanction);
    if (sanction.kind === 'removal') await this.endings.takeBack(sanction.accountId);
  }

  /** Only what this very suspension took: the account may be locked or gone since. */
  private async restore({ accountId, endsAt }: Sanction): Promise<void> {
    const rows = await this.db.query(
      `select 1 from account where id = $1 and standing = 'suspended' and suspended_until = $2 for no key update`,
      [accountId, endsAt],
    );
    if (rows.length > 0) await this.standing.restore(accountId);
    else await this.standing.forgetSuspension(accountId, endsAt!);
  }
}
