import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { NoticeDelivery } from '../notices/notice-delivery.js';
import type { Notice } from '../notices/notice.entity.js';
import { NoticeKind } from '../notices/notice.entity.js';
import { separationNoticeTextForReporter } from '../notices/notice-texts.js';
import { Sanction } from '../sanctions/sanction.entity.js';

/** Notifies the reporter about a separation. The notice names the groups that the reporter left, but not the reason. */
@Injectable()
export class SeparationReporterNotices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly notices: NoticeDelivery,
  ) {}

  /** Notifies the reporter at the same time as the reported member, with the same right to appeal. */
  async notifySeparated(
    { sanctionId, shownFrom }: Notice,
    { accountId, groupsLeft }: { accountId: string; groupsLeft: readonly string[] },
  ): Promise<void> {
    this.db.assertWriting();
    const sanctions = this.db.repo(Sanction);
    const { id: _first, ...first } = await sanctions.findOneByOrFail({ id: sanctionId! });
    const { id, matterId } = await sanctions.save(sanctions.create({ ...first, accountId }));
    const kind = NoticeKind.separation;
    const words = await this.words(accountId, kind);
    const told = { accountId, matterId, sanctionId: id, kind, reason: null, words };
    await this.notices.send({ ...told, shownFrom, groupsLeft });
  }

  /** Notifies the reporter that the separation was lifted. */
  async notifyLifted({ id, separationId }: Sanction): Promise<void> {
    this.db.assertWriting();
    if (!separationId) return;
    const others = await this.db.repo(Sanction).findBy({ separationId, id: Not(id) });
    for (const { id: sanctionId, accountId, matterId } of others) {
      const kind = NoticeKind.lifted;
      const words = await this.words(accountId, kind);
      const told = { accountId, matterId, sanctionId, kind, reason: null, words };
      await this.notices.send({ ...told, shownFrom: this.clock.now() });
    }
  }

  private async words(accountId: string, kind: 'separation' | 'lifted'): Promise<string> {
    const { language } = await this.accounts.get(accountId);
    return separationNoticeTextForReporter(kind, language);
  }
}
