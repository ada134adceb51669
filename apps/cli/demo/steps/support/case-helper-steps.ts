import { ProfilesService } from '#profiles/profiles.service.js';
import { CaseHelpersService } from '#support/helpers/case-helpers.service.js';
import { HelperViewsService } from '#support/helpers/helper-views.service.js';
import { ShareCaseAct } from '#support/helpers/share-case-act.js';
import { TwoPersonDecisions } from '#audit/two-person/two-person-decisions.js';
import { twoPersonRequestHash } from '#audit/two-person/two-person-request-hash.js';
import { DEMO_HELPERS, type DemoHelper, type DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** Members who help in a case from outside: one with an open thread, and one whose text waits for the requester. */
export function caseHelperSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_HELPERS.map((helper) => ({
    daysAgo: helper.daysAgo,
    run: () => help(stage, helper, ids.get(helper.of)!),
  }));
}

async function help(stage: DemoContext, helper: DemoHelper, requestId: string): Promise<void> {
  const { handle, lead, approver, name, text } = helper;
  const helpers = stage.get(CaseHelpersService);
  const [viewer, requester] = [await stage.viewer(lead), await stage.viewer(helper.of.by)];
  const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(handle));
  await helpers.ask(viewer, { requestId, personId: personId! });
  await helpers.agree(await stage.viewer(handle), { requestId, name });
  const all = await stage.get(HelperViewsService).list(viewer, requestId);
  const which = { requestId, helperId: all.at(-1)!.id };
  await helpers.describe(viewer, { ...which, text, days: 30 });
  if (!approver) return;
  const consents = await stage.get(HelperViewsService).consents(requester, requestId);
  await helpers.consent(requester, { ...which, hash: consents.at(-1)!.hash });
  const reason = 'En el equipo nadie conoce este tipo de correo.';
  const act = await stage.confirmed(lead, (who) =>
    stage.get(ShareCaseAct).ask(who, { ...which, reason }),
  );
  const hash = twoPersonRequestHash(act);
  await stage.confirmed(approver, (who) =>
    stage.get(TwoPersonDecisions).approve(who, act.id, hash),
  );
}
