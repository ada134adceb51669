import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportAssignmentService } from '../requests/support-assignment.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';

interface BookedCall<A extends string> {
  readonly request: Permitted<SupportRequest, A>;
  readonly call: IntroductoryCall;
}

/** Loads booked calls for changes. */
@Injectable()
export class BookedCalls {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly assignment: SupportAssignmentService,
  ) {}

  /** Locks the request and runs `change` with its booked call, in one transaction. Throws Conflict without a call. */
  async withCall<A extends 'arrangeCall' | 'leadCall'>(
    viewer: Viewer,
    requestId: string,
    right: A,
    change: (booked: BookedCall<A>) => Promise<void>,
  ): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, right);
      await change({ request, call: await this.of(requestId) });
    });
  }

  /** The booked call of a request. Throws Conflict without one. */
  async of(requestId: string): Promise<IntroductoryCall> {
    const where = { requestId, state: CallState.booked };
    const call = await this.db.repo(IntroductoryCall).findOneBy(where);
    if (!call) throw new Conflict('support.noCall');
    return call;
  }
}
