import { PostMessage } from '#channels/posting/post-message.js';
import { newId } from '#kernel/ids.js';
import { CaseThreadViewsService } from '#support/threads/case-thread-views.service.js';
import type { CaseThread } from '#support/threads/case-thread.view.js';
import { DEMO_THREAD_MESSAGES, type DemoSupportRequest } from '../../support-requests.js';
import { uploadDemoFile } from '../attached-files.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** Messages in both threads of the case that the supporter accepted last. */
export function caseThreadSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_THREAD_MESSAGES.map(({ of, by, thread, body, file, daysAgo }) => ({
    daysAgo,
    run: async () => {
      const requestId = ids.get(of);
      const author = await stage.viewer(by);
      const threads = await stage.get(CaseThreadViewsService).list(author);
      const isIn = (one: CaseThread) => one.requestId === requestId && one.kind === thread;
      const { channelId } = threads.find(isIn)!;
      const attachmentIds = file ? [await uploadDemoFile(stage, by, file, channelId)] : [];
      const message = { channelId, clientId: newId(), body, attachmentIds };
      await stage.get(PostMessage).post(author, message);
    },
  }));
}
