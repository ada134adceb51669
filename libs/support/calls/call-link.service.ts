import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { BookedCalls } from './booked-calls.js';
import { CallLinks } from './call-links.js';
import type { CallLinkInput } from './introductory-call.inputs.js';
import { LinkTemplateSetting } from './links/link-template-setting.service.js';
import { IntroductoryCall } from './introductory-call.entity.js';

/** Sets the link of a call. */
@Injectable()
export class CallLinkService {
  constructor(
    private readonly db: Database,
    private readonly calls: BookedCalls,
    private readonly cases: CaseTransitions,
    private readonly template: LinkTemplateSetting,
  ) {}

  /** Sets the typed link. A blank one removes it; then the call gets a link made of the template, if there is one. */
  set(viewer: Viewer, { requestId, link: typed }: CallLinkInput): Promise<void> {
    return this.calls.withCall(viewer, requestId, 'leadCall', async ({ request, call }) => {
      const link = typed || (await this.template.newLink());
      const box = link ? CallLinks.encrypt(request, call.id, link) : null;
      await this.db.repo(IntroductoryCall).update(call.id, { link: box });
      await this.cases.news.refreshRequester(request);
    });
  }
}
