import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { AccessService, SUBJECT_ALIAS } from '#access/access.service.js';
import { decodeTimeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import type { Viewer } from '#policy/viewer.js';
import type { AuditFilter } from './audit.inputs.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface PageRequest {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
}

/** Reads audit entries that the viewer may see, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly access: AccessService) {}

  /** Entries that the viewer may see: all for an auditor, otherwise those about the viewer. */
  all(viewer: Viewer, page: PageRequest, filter: AuditFilter = {}): Promise<Page<AuditEntry>> {
    const query = this.access.list(AuditEntry, viewer);
    const { duty, action, subjectType, actorId, from, to } = filter;
    for (const [column, value] of Object.entries({ duty, action, subjectType, actorId })) {
      if (value) query.andWhere(`${SUBJECT_ALIAS}.${column} = :${column}`, { [column]: value });
    }
    if (from) query.andWhere(`${SUBJECT_ALIAS}.createdAt >= :from`, { from });
    if (to) query.andWhere(`${SUBJECT_ALIAS}.createdAt < :to`, { to });
    return this.read(query, page);
  }

  /** The entries about the viewer, also for an auditor. */
  aboutMe(viewer: Viewer, page: PageRequest): Promise<Page<AuditEntry>> {
    const { accountId: aboutId } = viewer;
    const query = this.access.list(AuditEntry, viewer);
    return this.read(query.andWhere(`${SUBJECT_ALIAS}.aboutId = :aboutId`, { aboutId }), page);
  }

  private async read(query: SelectQueryBuilder<AuditEntry>, { first, after }: PageRequest) {
    const size = pageSize(first);
    query
      .orderBy(`${SUBJECT_ALIAS}.createdAt`, 'DESC')
      .addOrderBy(`${SUBJECT_ALIAS}.id`, 'DESC')
      .limit(size + 1);
    if (after) {
      const [at, id] = decodeTimeCursor(after);
      query.andWhere(
        `(${SUBJECT_ALIAS}.createdAt, ${SUBJECT_ALIAS}.id) < (:at::timestamptz, :id::uuid)`,
        { at, id },
      );
    }
    return toPage(await query.getMany(), size, (row) => [row.createdAt.toISOString(), row.id]);
  }
}
