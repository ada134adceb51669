import type { SelectQueryBuilder } from 'typeorm';
import type { Row } from '#database/row.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';

/** Returns a page of twenty rows of an `access.list` query, newest first, starting after the row of the cursor. */
export async function pageNewestFirst<T extends Row>(
  query: SelectQueryBuilder<T>,
  after?: string | null,
): Promise<Page<T>> {
  const size = effectivePageSize(null);
  query
    .orderBy('it.created_at', 'DESC')
    .addOrderBy('it.id', 'DESC')
    .limit(size + 1);
  if (after) {
    const [createdAt, id] = decodeTimeCursor(after);
    query.andWhere('(it.created_at, it.id) < (:createdAt, :id)', { createdAt, id });
  }
  const rows = await query.getMany();
  return toPage(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
}
