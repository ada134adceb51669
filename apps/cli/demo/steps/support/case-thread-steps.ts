import { PostMessage } from '#channels/posting/post-message.js';
import { newId } from '#kernel/ids.js';
import { CaseThreadViewsService } from '#support/threads/case-thread-views.service.js';
import { DEMO_THREAD_MESSAGES, type DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** Messages in both threads of the case that the supporter accepted last. */
export function caseThreadSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_THREAD_MESSAGES.map(({ of, by, thread, body, daysAgo }) => ({
    daysAgo,
    run: async () => {
      const requestId = ids.get(of);
      const author = await stage.viewer(by);
      const threads = await stage.get(CaseThreadViewsService).list(author);
      const channel = threads.find((one) => one.requestId === requestId && one.kind === thread);
      await stage
        .get(PostMessage)
        .post(author, { channelId: channel!.channelId, clientId: newId(), body });
    },
  }));
}
