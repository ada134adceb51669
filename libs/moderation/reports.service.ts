import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Report } from './report.entity.js';

const MAX_SHOWN = 50;

@Injectable()
export class ReportsService {
  constructor(private readonly access: AccessService) {}

  /** The viewer's own reports, newest first, 50 at most. */
  listOwn(viewer: Viewer): Promise<Report[]> {
    return this.access
      .list(Report, viewer)
      .andWhere('it.reporter_id = :me', { me: viewer.accountId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }
}
