import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { ShownFact } from '#audit/two-person/two-person-kinds.js';
import { Conflict } from '#kernel/errors.js';
import type { Matter } from '../matters/matter.entity.js';
import { Notice, type NoticeKind } from '../notices/notice.entity.js';
import type { ActWords } from './order-act.js';
import { Report } from '../reports/report.entity.js';

type Stand = Pick<Removal, 'knownAs' | 'reports' | 'before'>;

/** What is asked for with a removal: the words to its person, and what whoever approves must know of the matter. */
export type Removal = Pick<ActWords, keyof ActWords> & {
  /** How the reporter of the last report knows them; null where none was made. */
  readonly knownAs: string | null;
  readonly reports: number;
  /** What was done in the matter before. */
  readonly before: readonly NoticeKind[];
};

/** Whoever approves has not the matter in hand: they read what it is about, and not what was forwarded in it (R6). */
@Injectable()
export class RemovalFacts {
  constructor(private readonly db: Database) {}

  async of(matter: Matter, words: ActWords): Promise<Removal> {
    const { reason, delayDays, delayReason } = words;
    return { reason, words: words.words, delayDays, delayReason, ...(await this.stand(matter)) };
  }

  /**
   * Throws Conflict `sanction.askAgain` when something happened in the matter since it was asked: what is shown is what
   * was asked, and whoever approves must not decide on less than there is.
   */
  async assertSame(matter: Matter, { knownAs, reports, before }: Removal): Promise<void> {
    const isSame = isDeepStrictEqual(await this.stand(matter), { knownAs, reports, before });
    if (!isSame) throw new Conflict('sanction.askAgain');
  }

  /** What was done to its person, and not what the other of a separated pair was told. */
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

  shown({ knownAs, reason, reports, before, ...told }: Removal): ShownFact[] {
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
