import { SupportersService } from '#support/requests/supporters.service.js';
import { SupporterOffersService } from '#support/team/supporter-offers.service.js';
import { DEMO_CASE_OFFERS, type DemoSupportRequest } from '../../support-requests.js';
import { type DemoContext, type DemoStep, minutesToDays } from '../demo-context.js';

/** Supporters who are asked to join a case or to take it over. */
export function caseTeamSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_CASE_OFFERS.flatMap(({ of, by, to, takesOver, isAccepted, daysAgo }) => {
    const offering = {
      daysAgo,
      run: async () => {
        const supporter = await stage.get(SupportersService).of(stage.accountOf(to));
        const input = { requestId: ids.get(of)!, supporterId: supporter!.id, takesOver };
        await stage.get(SupporterOffersService).offer(await stage.viewer(by), input);
        if (isAccepted)
          await stage.get(SupporterOffersService).agree(await stage.viewer(of.by), input);
      },
    };
    const accepting = {
      daysAgo: daysAgo - minutesToDays(30),
      run: async () => {
        const input = { requestId: ids.get(of)!, wouldLead: false };
        await stage.get(SupporterOffersService).accept(await stage.viewer(to), input);
      },
    };
    return isAccepted ? [offering, accepting] : [offering];
  });
}
