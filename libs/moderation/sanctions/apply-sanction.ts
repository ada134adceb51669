import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY, SECOND } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { NoticeDelivery } from '../notices/notice-delivery.js';
import { MatterAudit } from '../matters/matter-audit.js';
import type { Matter } from '../matters/matter.entity.js';
import { Notice, NoticeKind } from '../notices/notice.entity.js';
import type { ReportReason } from '../reports/report.entity.js';
import { Sanction, type SanctionKind } from './sanction.entity.js';

/** Why an immediate notice would endanger a person. */
export enum NoticeDelayReason {
  dangerToSomebody = 'dangerToSomebody',
  dangerToThemself = 'dangerToThemself',
  retaliation = 'retaliation',
}

/** The reason of an act, and the text of its notice. */
export interface SanctionNotice {
  readonly reason: ReportReason;
  readonly words: string;
  /** Days until the notice is delivered; the act takes effect at once. */
  readonly delayDays: number;
  readonly delayReason: NoticeDelayReason | null;
}

interface NewSanction extends Partial<
  Pick<Sanction, 'endsAt' | 'reportId' | 'separationId' | 'orderedById' | 'approvedById'>
> {
  readonly kind: SanctionKind;
  /** The action of the policy. */
  readonly action: string;
  /** Groups that the reported member leaves through a separation. */
  readonly groupsLeft?: readonly string[];
}

/** Time in which a warning or a talk can be withdrawn. */
export const NOTICE_UNDO_PERIOD = 30 * SECOND;

/** Stores an act of moderation and the notice about it. */
@Injectable()
export class ApplySanction {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly record: MatterAudit,
    private readonly notices: NoticeDelivery,
  ) {}

  /** Call inside a transaction, after loading the matter for this action. */
  async order(
    viewer: Viewer,
    matter: Matter,
    act: NewSanction,
    words: SanctionNotice,
  ): Promise<Notice> {
    this.db.assertWriting();
    const { action, groupsLeft, ...kept } = act;
    const sanction = await this.keep(viewer, matter, kept, words.reason);
    const shownFrom = this.shownFrom(act.kind, words);
    await this.writeDown(viewer, matter, action, words, shownFrom <= this.clock.now());
    return this.notices.send({
      accountId: matter.reportedId,
      matterId: matter.id,
      sanctionId: sanction.id,
      kind: NoticeKind[act.kind],
      reason: words.reason,
      words: words.words,
      shownFrom,
      ...(groupsLeft && { groupsLeft }),
    });
  }

  private keep(
    viewer: Viewer,
    { id: matterId, reportedId: accountId }: Matter,
    act: Omit<NewSanction, 'action' | 'groupsLeft'>,
    reason: ReportReason,
  ): Promise<Sanction> {
    const sanctions = this.db.repo(Sanction);
    const made = { matterId, accountId, reason, createdAt: this.clock.now() };
    return sanctions.save(sanctions.create({ orderedById: viewer.accountId, ...act, ...made }));
  }

  private shownFrom(kind: SanctionKind, words: SanctionNotice): Date {
    assertDelayHasReason(words);
    const { delayDays } = words;
    return this.clock.in(Math.max(delayDays * DAY, kind === 'warning' ? NOTICE_UNDO_PERIOD : 0));
  }

  private async writeDown(
    viewer: Viewer,
    matter: Matter,
    action: string,
    { reason, delayDays, delayReason }: SanctionNotice,
    isTold: boolean,
  ): Promise<void> {
    const toldId = isTold ? matter.reportedId : undefined;
    await this.record.write(viewer, matter, action, { reason, toldId });
    if (delayDays === 0) return;
    await this.record.write(viewer, matter, 'delayNotice', { reason: delayReason ?? undefined });
  }
}

/** Throws Invalid for a delay without a reason. */
export function assertDelayHasReason({ delayDays, delayReason }: SanctionNotice): void {
  if (delayDays > 0 && !delayReason) throw new Invalid('input', { delayReason: 'missing' });
}
