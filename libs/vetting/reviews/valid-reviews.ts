import type { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import type { Recommendation } from './review.entity.js';

/** A review counts for this long after it was written or confirmed. */
export const REVIEW_VALIDITY_PERIOD = 14 * DAY;

export interface ValidReview {
  readonly reviewerId: string;
  readonly recommendation: Recommendation;
  /**
   * Whether the review refers to the current state of the application. If not, its author must confirm or change it.
   */
  readonly isCurrent: boolean;
}

/**
 * Reviews confirmed after `since`, oldest first, of reviewers who have the vet duty now and no conflict of interest.
 */
export async function loadValidReviews(
  db: Database,
  applicationId: string,
  since: Date,
): Promise<readonly ValidReview[]> {
  return (await loadValidReviewsByApplication(db, [applicationId], since)).get(applicationId) ?? [];
}

/**
 * Like `loadValidReviews`, for several applications. The map has the application ids as keys. Each application uses its
 * current round.
 */
export async function loadValidReviewsByApplication(
  db: Database,
  applicationIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, readonly ValidReview[]>> {
  const rows = await db.query<ValidReview & { readonly id: string }>(
    `select a.id, r.reviewer_id as "reviewerId", r.recommendation, r.answers_hash = a.answers_hash as "isCurrent"
     from review r join application a on a.id = r.application_id and a.round = r.round
     join account v on v.id = r.reviewer_id and v.standing = 'member'
     join duty d on d.account_id = v.id and d.name = 'vet'
     where a.id = any($1) and r.confirmed_at > $2 and not exists (
       select 1 from application_tie t where t.application_id = a.id and t.account_id = r.reviewer_id)
     order by r.created_at, r.id`,
    [[...applicationIds], since],
  );
  return Map.groupBy(rows, (row) => row.id);
}
