import { ProfilesService } from '#profiles/profiles.service.js';
import { CasePartnersService } from '#support/partners/case-partners.service.js';
import { DEMO_PARTNERS, type DemoSupportRequest } from '../../support-requests.js';
import { type DemoContext, type DemoStep, minutesToDays } from '../demo-context.js';

/** People whom a requester adds to their side of a case. */
export function casePartnerSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_PARTNERS.flatMap(({ of, handle, name, daysAgo }) => {
    const inviting = {
      daysAgo,
      run: async () => {
        const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(handle));
        const input = { requestId: ids.get(of)!, personId: personId! };
        await stage.get(CasePartnersService).invite(await stage.viewer(of.by), input);
      },
    };
    const accepting = {
      daysAgo: daysAgo - minutesToDays(30),
      run: async () => {
        const input = { requestId: ids.get(of)!, name: name! };
        await stage.get(CasePartnersService).accept(await stage.viewer(handle), input);
      },
    };
    return name ? [inviting, accepting] : [inviting];
  });
}
