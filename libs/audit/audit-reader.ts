import { Injectable } from '@nestjs/common';
import { AccessService, IT } from '#access/access.service.js';
import { decodeTimeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import type { Viewer } from '#policy/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface PageAsked {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
}

/** Reads what was written down, newest first, as far as the viewer may. */
@Injectable()
export class AuditReader {
  constructor(private readonly access: AccessService) {}

  /** Every act that the viewer may read: an auditor all, anybody else those about them. */
  all(viewer: Viewer, page: PageAsked): Promise<Page<AuditEntry>> {
    return this.read(viewer, page);
  }

  /** The acts about the viewer, also for an auditor. */
  aboutMe(viewer: Viewer, page: PageAsked): Promise<Page<AuditEntry>> {
    return this.read(viewer, page, viewer.accountId);
  }

  private async read(viewer: Viewer, { first, after }: PageAsked, aboutId?: string) {
    const size = pageSize(first);
    const query = this.access
      .list(AuditEntry, viewer)
      .orderBy(`${IT}.createdAt`, 'DESC')
      .addOrderBy(`${IT}.id`, 'DESC')
      .limit(size + 1);
    if (aboutId) query.andWhere(`${IT}.aboutId = :aboutId`, { aboutId });
    if (after) {
      const [at, id] = decodeTimeCursor(after);
      query.andWhere(`(${IT}.createdAt, ${IT}.id) < (:at::timestamptz, :id::uuid)`, { at, id });
    }
    return toPage(await query.getMany(), size, (row) => [row.createdAt.toISOString(), row.id]);
  }
}
