import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { AnswerSupportRequest } from '#support/requests/answer-support-request.js';
import { PausedCasesService } from '#support/pauses/paused-cases.service.js';
import { CaseQuestionsService } from '#support/questions/case-questions.service.js';
import { AskSupport } from '#support/requests/ask-support.js';
import { CaseSilenceService } from '#support/requests/continuation/case-silence.service.js';
import { OwnRequestViewsService } from '#support/requests/own-request-views.service.js';
import { OwnRequestsService } from '#support/requests/own-requests.service.js';
import { SupportAssignmentService } from '#support/requests/support-assignment.service.js';
import { SupportAvailabilityService } from '#support/requests/support-availability.service.js';
import { SupportQueueService } from '#support/requests/support-queue.service.js';
import { SupportDeclineReason, SupportKind } from '#support/requests/support-request.entity.js';
import { SupportBeneficiary, SupportDanger } from '#support/requests/support-request.inputs.js';
import { SupportersService } from '#support/requests/supporters.service.js';
import { RotaService } from '#support/requests/workload/rota.service.js';
import {
  DEMO_ROTA,
  DEMO_SUPPORT_REQUESTS,
  DEMO_WORK_NAMES,
  type DemoSupportRequest,
} from '../../support-requests.js';
import { callSteps } from './call-steps.js';
import { caseHelperSteps } from './case-helper-steps.js';
import { caseLinkSteps } from './case-link-steps.js';
import { casePartnerSteps } from './case-partner-steps.js';
import { caseTaskSteps } from './case-task-steps.js';
import { caseTeamSteps } from './case-team-steps.js';
import { caseThreadSteps } from './case-thread-steps.js';
import { supportTemplateSteps } from './support-template-steps.js';
import { guestSteps } from './guest-steps.js';
import { type DemoContext, type DemoStep, minutesToDays } from '../demo-context.js';

/** A supporter answers this many days after the request; a claim follows after some minutes. */
const DAYS_UNTIL_ANSWER = 0.5;
const DAYS_UNTIL_CLAIM = minutesToDays(5);
const DAYS_UNTIL_CLOSING = 20;

/** Requests for support in every stage, and the work names and days on duty of those who support. */
export function supportRequestSteps(stage: DemoContext): DemoStep[] {
  const ids = new Map<DemoSupportRequest, string>();
  const naming = {
    daysAgo: 100,
    run: async () => {
      for (const [handle, name] of Object.entries(DEMO_WORK_NAMES)) {
        const supporter = await stage.viewer(handle);
        await stage.get(SupportersService).setWorkName(supporter, name);
        const { days, takenKinds } = DEMO_ROTA[handle]!;
        const kinds = takenKinds.map((kind) => SupportKind[kind]);
        await stage.get(RotaService).set(supporter, { days: [...days], takenKinds: kinds });
      }
    },
  };
  const asking = DEMO_SUPPORT_REQUESTS.map((one) => ({
    daysAgo: one.daysAgo,
    run: async () => void ids.set(one, await ask(stage, one)),
  }));
  const answering = DEMO_SUPPORT_REQUESTS.filter(({ end }) => end !== 'waiting').map((one) => ({
    daysAgo: one.daysAgo - (one.end === 'claimed' ? DAYS_UNTIL_CLAIM : DAYS_UNTIL_ANSWER),
    run: () => answer(stage, one, ids.get(one)!),
  }));
  const closing = DEMO_SUPPORT_REQUESTS.filter(({ end }) => end === 'closed').map((one) => ({
    daysAgo: one.daysAgo - DAYS_UNTIL_CLOSING,
    run: async () => close(stage, one, ids.get(one)!),
  }));
  const leaving = DEMO_SUPPORT_REQUESTS.filter(({ leftDaysAgo }) => leftDaysAgo).map((one) => ({
    daysAgo: one.leftDaysAgo!,
    run: async () => stage.get(PausedCasesService).leave(await stage.viewer(one.by), ids.get(one)!),
  }));
  const announcing = { daysAgo: 2, run: () => stage.get(CaseSilenceService).run() };
  const talking = caseThreadSteps(stage, ids);
  const calling = callSteps(stage, ids);
  const joining = [
    ...[...caseTeamSteps(stage, ids), ...casePartnerSteps(stage, ids)],
    ...[...caseHelperSteps(stage, ids), ...caseTaskSteps(stage, ids)],
    ...caseLinkSteps(stage, ids),
  ];
  return [
    naming,
    ...[...guestSteps(stage), ...supportTemplateSteps(stage)],
    ...asking,
    ...answering,
    ...joining,
    ...talking,
    ...calling,
    ...closing,
    ...leaving,
    announcing,
  ];
}

async function ask(stage: DemoContext, one: DemoSupportRequest): Promise<string> {
  const { by, kind, danger, languages, goal, tried, safeWay, excluded } = one;
  const { beneficiary, beneficiaryNote = '' } = one;
  const supporter = excluded
    ? await stage.get(SupportersService).of(stage.accountOf(excluded))
    : null;
  return stage.get(AskSupport).ask(await stage.viewer(by), {
    ...{ sendKey: newId(), kind: SupportKind[kind], danger: SupportDanger[danger] },
    ...{ languages: [...languages], goal, tried, safeWay, name: '', times: '', voices: [] },
    ...{ beneficiary: beneficiary ? SupportBeneficiary[beneficiary] : null, beneficiaryNote },
    excludedIds: supporter ? [supporter.id] : [],
  });
}

async function answer(stage: DemoContext, one: DemoSupportRequest, id: string): Promise<void> {
  const { end, words = '', alternatives = '' } = one;
  if (end === 'withdrawn') {
    await stage.get(OwnRequestsService).withdraw(await stage.viewer(one.by), id);
    return;
  }
  const supporter = await supporterOf(stage, one, id);
  await stage.get(SupportAssignmentService).claim(supporter, id);
  await stage.get(SupportQueueService).open(supporter, id);
  if (one.question) await askFirst(stage, one, { supporter, requestId: id });
  const input = { requestId: id, words };
  if (end === 'declined') {
    const reason = SupportDeclineReason.outside;
    await stage.get(AnswerSupportRequest).decline(supporter, { ...input, reason, alternatives });
  } else if (end === 'duplicate') await linkToCase(stage, supporter, id);
  else if (end !== 'claimed') await stage.get(AnswerSupportRequest).accept(supporter, input);
}

/** Links the request to the accepted case of the same requester. */
async function linkToCase(stage: DemoContext, supporter: Viewer, requestId: string): Promise<void> {
  const sql = `select c.number from support_request r
    join support_request c on c.requester_id = r.requester_id and c.stage = 'accepted'
    where r.id = $1`;
  const [row] = await stage.db.query<{ number: number }>(sql, [requestId]);
  const input = { requestId, number: row!.number };
  await stage.get(AnswerSupportRequest).linkDuplicate(supporter, input);
}

/** Asks the requester, and opens the request again if they answer. */
async function askFirst(
  stage: DemoContext,
  { by, question, answer: words }: DemoSupportRequest,
  { supporter, requestId }: { readonly supporter: Viewer; readonly requestId: string },
): Promise<void> {
  await stage.get(CaseQuestionsService).ask(supporter, { requestId, words: question! });
  if (!words) return;
  const requester = await stage.viewer(by);
  const { questions } = await stage.get(OwnRequestViewsService).one(requester, requestId);
  const input = { requestId, questionId: questions[0]!.id, words };
  await stage.get(CaseQuestionsService).answer(requester, input);
  await stage.get(SupportQueueService).open(supporter, requestId);
}

async function close(
  stage: DemoContext,
  { closing = '', takenBy }: DemoSupportRequest,
  requestId: string,
): Promise<void> {
  const supporter = await stage.viewer(takenBy!);
  await stage
    .get(AnswerSupportRequest)
    .close(supporter, { requestId, words: closing, alternatives: '', isForConduct: false });
}

/** The supporter who claims the request. Throws if they must not see it. */
async function supporterOf(
  stage: DemoContext,
  { takenBy }: DemoSupportRequest,
  id: string,
): Promise<Viewer> {
  const free = await stage.get(SupportAvailabilityService).mayTake(id);
  if (!takenBy || !free.includes(stage.accountOf(takenBy)))
    throw new Error(
      `Demo request ${id}: ${takenBy ?? 'no supporter'} cannot claim it; set takenBy to a permitted supporter`,
    );
  return stage.viewer(takenBy);
}
