import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { countReviewerSeats } from '../decisions/admission-rule.js';
import { UNDECIDED_STAGES } from '../applications/application.entity.js';
import { loadValidReviewsByApplication, REVIEW_VALIDITY_PERIOD } from '../reviews/valid-reviews.js';

/** Number of reviewers that every decision needs. */
const TWO = 2;

/**
 * Selects the number of eligible reviewers per application. The query looks up conflicts of interest once per
 * application, not once per application and reviewer: there may be hundreds of both.
 */
const READERS = `
  select a.id, (
    select count(*)::int from duty d join account v on v.id = d.account_id
    where d.name = 'vet' and v.standing = 'member' and v.password_hash is not null and v.id <> a.account_id
      and v.id <> all (array(
        select t.account_id from application_tie t where t.application_id = a.id and t.account_id is not null))
      and not exists (select 1 from review r where $2 and r.application_id = a.id and r.reviewer_id = v.id)
  ) as readers from application a`;

interface Row {
  readonly id: string;
  readonly readers: number;
}

/** Finds applications with fewer eligible reviewers than they need. The required number is never lowered. */
@Injectable()
export class ReviewerShortageService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Largest number of missing reviewers over all undecided applications; 0 if none lacks any. */
  async ofAll(): Promise<number> {
    const rows = await this.rows(`${READERS} where a.stage = any($1)`, [UNDECIDED_STAGES, false]);
    return Math.max(0, ...(await this.missing(rows)));
  }

  /** Number of missing reviewers of this undecided application; 0 if it does not exist. */
  async of(applicationId: string): Promise<number> {
    const [row] = await this.rows(`${READERS} where a.id = $1`, [applicationId, false]);
    return row ? (await this.missing([row]))[0]! : 0;
  }

  /** Number of reviewers that an appeal would lack: those who reviewed the application cannot decide it. */
  async ofAppeal(applicationId: string): Promise<number> {
    const [row] = await this.rows(`${READERS} where a.id = $1`, [applicationId, true]);
    return Math.max(0, TWO - (row?.readers ?? 0));
  }

  private async missing(rows: readonly Row[]): Promise<number[]> {
    const ids = rows.map(({ id }) => id);
    const counting = await loadValidReviewsByApplication(
      this.db,
      ids,
      this.clock.in(-REVIEW_VALIDITY_PERIOD),
    );
    return rows.map(({ id, readers }) => {
      const current = (counting.get(id) ?? []).filter((review) => review.isCurrent);
      return Math.max(
        0,
        countReviewerSeats(current.map((review) => review.recommendation)) - readers,
      );
    });
  }

  private rows(sql: string, values: unknown[]): Promise<Row[]> {
    return this.db.query<Row>(sql, values);
  }
}
