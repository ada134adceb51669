import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { TwoPersonRequestDetail } from '#audit/two-person/two-person-act-kinds.js';
import { Conflict } from '#kernel/errors.js';
import type { Matter } from '../matters/matter.entity.js';
import { Notice, type NoticeKind } from '../notices/notice.entity.js';
import type { SanctionNotice } from './apply-sanction.js';
import { Report } from '../reports/report.entity.js';

type Stand = Pick<RemovalRequestPayload, 'knownAs' | 'reports' | 'before'>;

/** The payload of a removal request: the notice to the member and the facts that the approver needs. */
export type RemovalRequestPayload = Pick<SanctionNotice, keyof SanctionNotice> & {
  /** The name in the latest report; null without a report. */
  readonly knownAs: string | null;
  readonly reports: number;
  /** Kinds of earlier notices in the matter. */
  readonly before: readonly NoticeKind[];
};

/**
 * Collects the facts of a matter for the approver of a removal. The approver is not the assignee and sees only these
 * facts, not the reported content (R6).
 */
@Injectable()
export class RemovalRequestFacts {
  constructor(private readonly db: Database) {}

  async of(matter: Matter, words: SanctionNotice): Promise<RemovalRequestPayload> {
    const { reason, delayDays, delayReason } = words;
    return { reason, words: words.words, delayDays, delayReason, ...(await this.stand(matter)) };
  }

  /**
   * Throws Conflict `sanction.askAgain` if the matter changed after the request: the approver must not decide on
   * outdated facts.
   */
  async assertSame(
    matter: Matter,
    { knownAs, reports, before }: RemovalRequestPayload,
  ): Promise<void> {
    const isSame = isDeepStrictEqual(await this.stand(matter), { knownAs, reports, before });
    if (!isSame) throw new Conflict('sanction.askAgain');
  }

  /** Counts only notices to the reported member, not those to the reporter. */
  private async stand({ id: matterId, reportedId: accountId }: Matter): Promise<Stand> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const reports = await this.db.repo(Report).find({ where: { matterId }, order });
    const acts = await this.db.repo(Notice).find({ where: { matterId, accountId }, order });
    return {
      knownAs: reports.at(-1)?.knownAs ?? null,
      reports: reports.length,
      before: acts.map(({ kind }) => kind),
    };
  }

  shown({
    knownAs,
    reason,
    reports,
    before,
    ...told
  }: RemovalRequestPayload): TwoPersonRequestDetail[] {
    const done: readonly string[] = before.length > 0 ? before : ['nothing'];
    return [
      { label: 'knownAs', value: knownAs ?? 'unnamed' },
      { label: 'reason', value: reason },
      { label: 'reports', value: String(reports) },
      ...done.map((value) => ({ label: 'before', value })),
      { label: 'words', value: told.words },
      { label: 'delay', value: told.delayDays === 0 ? 'atOnce' : String(told.delayDays) },
      ...(told.delayReason ? [{ label: 'delayReason', value: told.delayReason }] : []),
    ];
  }
}
