import { ViewerLoader } from '#access/viewer.loader.js';
import { Refusal } from '#kernel/errors.js';
import { SettingsService } from '#settings/settings.service.js';
import { ApplicantActionsService } from '#vetting/applicants/applicant-actions.service.js';
import type { ApplicationInput } from '#vetting/applications/application.inputs.js';
import { SubmitApplication } from '#vetting/applicants/submit-application.js';
import { AskApplicant } from '#vetting/applications/ask-applicant.js';
import { ClaimsService } from '#vetting/reviews/claims.service.js';
import { DeclaredConflictsService } from '#vetting/reviews/declared-conflicts.service.js';
import { DecideApplication } from '#vetting/decisions/decide-application.js';
import { ApplicationNotesService } from '#vetting/reviews/application-notes.service.js';
import type { ReasonClass, Recommendation } from '#vetting/reviews/review.entity.js';
import { ReviewsService } from '#vetting/reviews/reviews.service.js';
import { Attestation, WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import { VouchesService } from '#vetting/vouches/vouches.service.js';
import { APPLICATION_ANSWERS } from '../../support/factories/applicants-and-reviewers.js';
import type { Verdict } from '../models/model-steps.js';
import type { VettingAct, VettingActOfKind, VettingPerformers } from './vetting-acts.js';
import type { VettingPeople } from './vetting-world-data.js';
import { standingPerformers } from './perform-standing-changes.js';

const WHY = { reason: WithdrawalReason.mistaken, words: '' };
const CHECKS = ['identity', 'purpose', 'risk', 'noConflict'];
/**
 * Performs one act through the product's services, with the current rights of the person. Returns `ok` or the refusal.
 */
export async function performVettingAct(cast: VettingPeople, act: VettingAct): Promise<Verdict> {
  try {
    await (deedsOf(cast)[act.op] as (act: VettingAct) => Promise<unknown>)(act);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.reason ?? error.code;
    return `broken: ${String(error)}`;
  }
}

/** Tries to decide the application and returns the result. The transaction is always rolled back. */
export async function tryToDecide(
  cast: VettingPeople,
  act: VettingActOfKind<'decide'>,
): Promise<Verdict> {
  const undone = new Error('undone');
  let verdict = 'ok';
  const trying = cast.app.db.write(async () => {
    verdict = await performVettingAct(cast, act);
    throw undone;
  });
  await trying.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return verdict;
}

export const loadVettingViewer = async ({ app }: VettingPeople, accountId: string) =>
  (await app.get(ViewerLoader).byAccount(accountId))!;

function deedsOf(cast: VettingPeople): VettingPerformers {
  const { app, people, applicationId } = cast;
  const viewer = (who: number) => loadVettingViewer(cast, people[who]!);
  const readAs = (isStale: boolean) => {
    const now = cast.hashes.at(-1)!;
    const before = cast.hashes.findLast((one) => one !== now) ?? 'f'.repeat(64);
    return isStale ? before : now;
  };
  const reviewOf = ({ says, isStale }: { says: string; isStale: boolean }) => ({
    ...{ applicationId, readAs: readAs(isStale), checks: CHECKS, reason: 'Se ve.' },
    recommendation: says as Recommendation,
    reasonClass: 'purpose' as ReasonClass,
  });
  return {
    ...ofTheDesk(cast, viewer),
    review: async (act) => app.get(ReviewsService).write(await viewer(act.who), reviewOf(act)),
    change: async (act) => app.get(ReviewsService).change(await viewer(act.who), reviewOf(act)),
    decide: async ({ who, says, isStale }) =>
      app.get(DecideApplication).decide(await viewer(who), {
        ...{ applicationId, readAs: readAs(isStale), words: 'No.' },
        outcome: says as Recommendation,
        reasonClass: 'purpose' as ReasonClass,
      }),
    ...ofVouchers(cast, viewer),
    ...standingPerformers(cast),
    ...ofTheApplicant(cast),
    need: ({ vouches }) => app.db.write(() => app.get(SettingsService).setVouchesNeeded(vouches)),
    wait: async () => undefined,
  };
}

type By = (who: number) => ReturnType<typeof loadVettingViewer>;

const ofTheDesk = ({ app, applicationId }: VettingPeople, viewer: By) =>
  ({
    claim: async ({ who }) => app.get(ClaimsService).claim(await viewer(who), applicationId),
    release: async ({ who }) => app.get(ClaimsService).release(await viewer(who), applicationId),
    ask: async ({ who }) =>
      app.get(AskApplicant).ask(await viewer(who), { applicationId, question: '¿Qué haces?' }),
    note: async ({ who }) =>
      app.get(ApplicationNotesService).write(await viewer(who), applicationId, 'Hablemos.'),
    declare: async ({ who }) =>
      app.get(DeclaredConflictsService).declare(await viewer(who), applicationId),
  }) satisfies Partial<VettingPerformers>;

const ofVouchers = ({ app, people, applicationId }: VettingPeople, viewer: By) =>
  ({
    vouch: async ({ who }) => {
      const [row] = await app.db.query<{ vouch_code: string }>(
        'select vouch_code from application where id = $1',
        [applicationId],
      );
      const said = { relation: 'Radio.', statement: '', attestations: [Attestation.seenWork] };
      return app.get(VouchesService).give(await viewer(who), { code: row!.vouch_code, ...said });
    },
    takeBack: async ({ who }) => {
      const [row] = await app.db.query<{ id: string }>(
        'select id from vouch where application_id = $1 and voucher_id = $2 and withdrawn_at is null',
        [applicationId, people[who]],
      );
      return app.get(VouchesService).withdraw(await viewer(who), { id: row?.id ?? '', ...WHY });
    },
  }) satisfies Partial<VettingPerformers>;

const ofTheApplicant = (cast: VettingPeople) => {
  const { app, applicationId } = cast;
  const acts = app.get(ApplicantActionsService);
  const applicant = () => loadVettingViewer(cast, cast.applicant);
  return {
    answer: async () => acts.answer(await applicant(), applicationId, 'Radio.'),
    appeal: async () => acts.appeal(await applicant(), applicationId, 'Falta algo.'),
    withdraw: async () => acts.withdraw(await applicant(), applicationId),
    applyAgain: async () =>
      app
        .get(SubmitApplication)
        .apply(await applicant(), APPLICATION_ANSWERS as ApplicationInput, 'test'),
  } satisfies Partial<VettingPerformers>;
};
