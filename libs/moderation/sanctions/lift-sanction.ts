import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NoticeDelivery } from '../notices/notice-delivery.js';
import { Notice, NoticeKind } from '../notices/notice.entity.js';
import { SeparationReporterNotices } from '../matters/separation-reporter-notices.js';
import { SanctionEffects } from './sanction-effects.js';
import { Sanction } from './sanction.entity.js';

type OfAct = Pick<Notice, 'accountId' | 'matterId' | 'sanctionId' | 'reason'>;

/** Lifts acts and notifies the members about it. */
@Injectable()
export class LiftSanction {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly acts: SanctionEffects,
    private readonly notices: NoticeDelivery,
    private readonly others: SeparationReporterNotices,
  ) {}

  /** Lifts the sanction of a notice. Does nothing if it is already lifted. */
  async lift({ sanctionId }: Pick<Notice, 'sanctionId'>): Promise<void> {
    this.db.assertWriting();
    const sanction = sanctionId && (await this.db.repo(Sanction).findOneBy({ id: sanctionId }));
    if (!sanction || sanction.liftedAt) return;
    await this.acts.lift(sanction);
    await this.others.notifyLifted(sanction);
  }

  /** Notifies the recipient of the act whether it was lifted or upheld. */
  async notify(notice: OfAct, kind: 'lifted' | 'upheld', words: string): Promise<void> {
    this.db.assertWriting();
    const { accountId, matterId, sanctionId, reason } = notice;
    const shownFrom = this.clock.now();
    const told = { accountId, matterId, sanctionId, reason, words, shownFrom };
    await this.notices.send({ ...told, kind: NoticeKind[kind] });
  }
}
