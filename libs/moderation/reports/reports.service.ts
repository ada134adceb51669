import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { OWN_REPORT_RETENTION } from '../matters/matter-retention.js';
import { Report } from './report.entity.js';

const MAX_SHOWN = 50;

@Injectable()
export class ReportsService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** The viewer's own reports, newest first, at most 50. Reports that were closed long ago are omitted. */
  listOwn(viewer: Viewer): Promise<Report[]> {
    return this.access
      .list(Report, viewer)
      .andWhere('it.reporter_id = :me', { me: viewer.accountId })
      .andWhere('(it.closed_at is null or it.closed_at > :until)', {
        until: this.clock.in(-OWN_REPORT_RETENTION),
      })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }
}
