import { CaseLinksService } from '#support/links/case-links.service.js';
import { DEMO_LINKS, type DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** Links that both sides of a case share. */
export function caseLinkSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_LINKS.map(({ of, by, name, url, daysAgo }) => ({
    daysAgo,
    run: async () => {
      const input = { requestId: ids.get(of)!, name, url };
      await stage.get(CaseLinksService).add(await stage.viewer(by), input);
    },
  }));
}
