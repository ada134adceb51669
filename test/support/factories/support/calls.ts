import { HOUR } from '#kernel/clock.js';
import { CallJobs } from '#support/calls/calls.jobs.js';
import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester } from '../../app/client.js';
import { makePerson, type Person } from '../make-people.js';
import { twoPersonActions } from '../two-person-acts.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../support-requests.js';

const CALL = `requestId number viewerSide startsAt endsAt requesterZone supporterZone state endedBy cancelReason
  outcome supporterName interpreterName hasLink link linkShownFrom linkShownUntil calendarFile viewerCan`;
const FIND = `mutation ($input: FindCallTimesInput!) {
  findCallTimes(input: $input) { times { startsAt zone } laterFrom } }`;
const BOOK = `mutation ($input: BookCallInput!) { bookIntroductoryCall(input: $input) { ${CALL} } }`;
const MOVE = `mutation ($input: MoveCallInput!) { moveIntroductoryCall(input: $input) { ${CALL} } }`;
const CANCEL = 'mutation ($input: CancelCallInput!) { cancelIntroductoryCall(input: $input) }';
const MISSED = 'mutation ($id: ID!) { reportMissedCall(requestId: $id) }';
const LINK = `mutation ($input: CallLinkInput!) { setCallLink(input: $input) { ${CALL} } }`;
const OUTCOME = 'mutation ($input: CallOutcomeInput!) { recordCallOutcome(input: $input) }';
const AVAILABILITY = `zone shownZone languages weekly { weekday from to } exceptions { date ranges { from to } }
  bufferMinutes noticeHours horizonDays dailyLimit freeTimes`;
const SET = `mutation ($input: CallAvailabilityInput!) {
  setCallAvailability(input: $input) { ${AVAILABILITY} } }`;

/** Calls from 9 to 17 on every day of a supporter in São Paulo. */
export const CALL_AVAILABILITY = {
  ...{ zone: 'America/Sao_Paulo', shownZone: 'America/Sao_Paulo' },
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 })),
  ...{ exceptions: [], bufferMinutes: 15, noticeHours: 2, horizonDays: 14, dailyLimit: 3 },
};
const LIMA = 'America/Lima';

/** The expected refusal of a call, as its reason. */
export const reasonOf = (refused: Promise<unknown>): Promise<unknown> =>
  refused.then(
    () => undefined,
    (error: { code: string; reason?: string; fields?: object }) =>
      error.fields ?? error.reason ?? error.code,
  );

export const setHours = (who: Requester, said: Record<string, unknown> = {}) =>
  apiAs(who)
    .ask(SET, { input: { ...CALL_AVAILABILITY, ...said } })
    .then(({ setCallAvailability }) => setCallAvailability);

/** Actions of either side on the call of a request. */
export const callActions = (who: Requester, requestId: string) => ({
  find: async (said: Record<string, unknown> = {}) =>
    (await apiAs(who).ask(FIND, { input: { requestId, zone: LIMA, ...said } })).findCallTimes,
  times: async (said: Record<string, unknown> = {}): Promise<string[]> =>
    (await callActions(who, requestId).find(said)).times.map(
      (time: { startsAt: string }) => time.startsAt,
    ),
  book: async (startsAt: string, said: Record<string, unknown> = {}) =>
    (
      await apiAs(who).ask(BOOK, {
        input: { requestId, startsAt, zone: LIMA, bookKey: crypto.randomUUID(), ...said },
      })
    ).bookIntroductoryCall,
  move: async (startsAt: string) =>
    (await apiAs(who).ask(MOVE, { input: { requestId, startsAt, zone: LIMA } }))
      .moveIntroductoryCall,
  cancel: (reason = 'time') => apiAs(who).ask(CANCEL, { input: { requestId, reason } }),
  reportMissed: () => apiAs(who).ask(MISSED, { id: requestId }),
  setLink: async (link: string) =>
    (await apiAs(who).ask(LINK, { input: { requestId, link } })).setCallLink,
  recordOutcome: (outcome: string, said: Record<string, unknown> = {}) =>
    apiAs(who).ask(OUTCOME, {
      input: { requestId, outcome, words: 'Empezamos por el correo.', ...said },
    }),
  one: async () =>
    (
      await apiAs(who).ask(`query ($id: ID!) { introductoryCall(requestId: $id) { ${CALL} } }`, {
        id: requestId,
      })
    ).introductoryCall,
});

/** Sets the template of the links of calls with the approval of a second administrator. */
export const callLinkTemplate = (app: TestApp) => ({
  async setTemplate(template: string): Promise<void> {
    const one = await makePerson(app, 'ada', 'administrator');
    const other = await makePerson(app, 'ben', 'administrator');
    const input = { template, reason: 'Lo acordamos.' };
    const { askToChangeCallLinkTemplate: act } = await apiAs(one).ask(
      `mutation ($input: CallLinkTemplateInput!) { askToChangeCallLinkTemplate(input: $input) { id hash } }`,
      { input },
    );
    await twoPersonActions(other).approve(act.id, act.hash);
  },
});

/** The booked calls of a person. */
export const callsOf = async (who: Requester) =>
  (await apiAs(who).ask(`{ myIntroductoryCalls { ${CALL} } }`)).myIntroductoryCalls;

/** Deletes all hours, so that only the supporters of one test offer calls. */
export const clearHours = (app: TestApp) => app.db.query('delete from call_availability');

/** A supporter with hours, and a request that they claimed and for which they booked a call. */
export async function makeBookedCall(app: TestApp, said: Record<string, unknown> = {}) {
  const supporter = await makeSupporter(app);
  await setHours(supporter, said);
  const requester = await makePerson(app, 'nayra', 'member');
  const id = await askForSupport(requester);
  await supporterActions(supporter).claim(id);
  const [startsAt] = await callActions(supporter, id).times();
  await callActions(supporter, id).book(startsAt!);
  const call = await callActions(requester, id).one();
  return { supporter, requester, id, startsAt: startsAt!, call };
}

interface CallPeople {
  readonly supporter: Person;
  readonly requester: Person;
  readonly canary: () => string;
}

/** Books a call, reminds of it, and withdraws its request; `pass` runs the jobs after each step. */
export async function bookRemindAndLose(
  { supporter, requester, canary }: CallPeople,
  pass: () => Promise<void>,
): Promise<void> {
  const { app } = supporter;
  await setHours(supporter);
  const id = await askForSupport(requester, { goal: canary() });
  await supporterActions(supporter).claim(id);
  const { book, times } = callActions(supporter, id);
  await book((await times()).at(-1)!);
  await callActions(supporter, id).setLink(`https://sala.example/${canary()}`);
  await pass();
  await app.db.query(
    `update introductory_call set starts_at = $1, day_reminded_at = null, hour_reminded_at = null`,
    [app.clock.in(HOUR / 2)],
  );
  await app.get(CallJobs).remind();
  await pass();
  await requesterActions(requester).withdraw(id);
  await pass();
}
