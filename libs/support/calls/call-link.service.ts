import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { BookedCalls } from './booked-calls.js';
import { CallLinks } from './call-links.js';
import type { CallLinkInput } from './introductory-call.inputs.js';
import { IntroductoryCall } from './introductory-call.entity.js';

/** Sets the link of a call. */
@Injectable()
export class CallLinkService {
  constructor(
    private readonly db: Database,
    private readonly calls: BookedCalls,
    private readonly cases: CaseTransitions,
  ) {}

  set(viewer: Viewer, { requestId, link }: CallLinkInput): Promise<void> {
    return this.calls.withCall(viewer, requestId, 'leadCall', async ({ request, call }) => {
      const box = link ? CallLinks.encrypt(request, call.id, link) : null;
      await this.db.repo(IntroductoryCall).update(call.id, { link: box });
      await this.cases.refreshRequester(request);
    });
  }
}
