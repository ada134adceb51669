import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { AccessService, SUBJECT_SQL_ALIAS } from '#access/access.service.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import type { Viewer } from '#policy/viewer.js';
import type { AuditFilter } from './audit.inputs.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface AuditPageRequest {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
}

/** Reads audit entries that the viewer may see, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly access: AccessService) {}

  /** Returns the entries that the viewer may see: all for an auditor, otherwise those about the viewer. */
  all(viewer: Viewer, page: AuditPageRequest, filter: AuditFilter = {}): Promise<Page<AuditEntry>> {
    const query = this.access.list(AuditEntry, viewer);
    const { duty, action, subjectType, actorId, from, to } = filter;
    for (const [column, value] of Object.entries({ duty, action, subjectType, actorId })) {
      if (value) query.andWhere(`${SUBJECT_SQL_ALIAS}.${column} = :${column}`, { [column]: value });
    }
    if (from) query.andWhere(`${SUBJECT_SQL_ALIAS}.createdAt >= :from`, { from });
    if (to) query.andWhere(`${SUBJECT_SQL_ALIAS}.createdAt < :to`, { to });
    return this.read(query, page);
  }

  /** Returns only the entries about the viewer, also for an auditor. */
  aboutMe(viewer: Viewer, page: AuditPageRequest): Promise<Page<AuditEntry>> {
    const { accountId: aboutId } = viewer;
    const query = this.access.list(AuditEntry, viewer);
    return this.read(query.andWhere(`${SUBJECT_SQL_ALIAS}.aboutId = :aboutId`, { aboutId }), page);
  }

  private async read(query: SelectQueryBuilder<AuditEntry>, { first, after }: AuditPageRequest) {
    const size = effectivePageSize(first);
    query
      .orderBy(`${SUBJECT_SQL_ALIAS}.createdAt`, 'DESC')
      .addOrderBy(`${SUBJECT_SQL_ALIAS}.id`, 'DESC')
      .limit(size + 1);
    if (after) {
      const [at, id] = decodeTimeCursor(after);
      query.andWhere(
        `(${SUBJECT_SQL_ALIAS}.createdAt, ${SUBJECT_SQL_ALIAS}.id) < (:at::timestamptz, :id::uuid)`,
        { at, id },
      );
    }
    return toPage(await query.getMany(), size, (row) => [row.createdAt.toISOString(), row.id]);
  }
}
