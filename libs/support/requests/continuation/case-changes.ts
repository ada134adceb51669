import { Injectable } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../support-request.entity.js';
import { CaseSilenceService } from './case-silence.service.js';

/** Changes what belongs to a case beside its threads. Each change counts as activity of the case. */
@Injectable()
export class CaseChanges {
  constructor(
    private readonly db: Database,
    private readonly locked: LockedAccessService,
    private readonly silence: CaseSilenceService,
  ) {}

  /** Runs a change with the locked request, and records that its case is not silent. */
  async applyChange<A extends string>(
    viewer: Viewer,
    requestId: string,
    policyAction: A,
    act: (request: Permitted<SupportRequest, A>) => Promise<void>,
  ): Promise<void> {
    await this.db.write(async () => {
      const request = await this.locked.load(SupportRequest, requestId, viewer, policyAction);
      await act(request);
      await this.silence.markActive(request);
    });
  }
}
