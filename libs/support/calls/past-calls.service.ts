import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';
import type { PastCall } from './past-call.view.js';

const MAX_LISTED = 50;

/** Reads the calls of a case that have ended. */
@Injectable()
export class PastCallsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /** Latest first, at most 50. The requester reads those of their own time, the supporter their own. */
  async list(viewer: Viewer, requestId: string): Promise<PastCall[]> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readCall');
    const isOwn = request.requesterId === viewer.accountId;
    const calls = await this.db.repo(IntroductoryCall).find({
      where: {
        ...{ requestId: request.id, state: Not(CallState.booked) },
        ...(isOwn ? { requesterId: viewer.accountId } : { supporterId: viewer.accountId }),
      },
      order: { startsAt: 'DESC', createdAt: 'DESC', id: 'DESC' },
      take: MAX_LISTED,
    });
    return calls.map(({ id, startsAt, requesterZone, supporterZone, state, endedBy, outcome }) => ({
      ...{ id, startsAt, requesterZone, supporterZone, state, endedBy, outcome },
    }));
  }
}
