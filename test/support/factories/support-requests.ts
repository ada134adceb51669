import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import { makePerson, type Person } from './make-people.js';

const VOICES = 'voices { id question seconds }';
const QUESTIONS = 'questions { id question askedAt answer answeredAt }';
const CONTENT = `content { danger name goal tried beneficiary beneficiaryNote safeWay times ${VOICES} }`;
export const ASK_SUPPORT =
  'mutation ($input: AskSupportInput!) { askSupport(input: $input) { id } }';
export const OWN_SUPPORT_REQUEST = `id number createdAt kind isUrgent languages stage dueAt answersResumeAt returnedAt
  waitsForRequesterUntil ${QUESTIONS} hasQuestion isWithoutSupporter hasOneCandidate hasNews ${CONTENT} excluded { id workName } supporterName reply reason closingWords alternatives
  duplicateOfId closedAt closeReason silenceEndsAt hasLeft pausedUntil reopenableUntil destroyedAt viewerCan`;
const CASE = `id number kind isUrgent languages stage createdAt dueAt claimEndsAt waitsForRequesterUntil answeredAt
  silenceEndsAt pausedUntil reopenedAt isOpened`;
const WORKLOAD = 'claims cases urgent limits { open urgent } restingSince urgentRestEndsAt';
const ROTA = 'zone today days { weekday workNames } ownDays takenKinds';
export const READ_ROTA = `{ supportRota { ${ROTA} } }`;
const SET_ROTA = `mutation ($input: SupportRotaInput!) { setSupportRota(input: $input) { ${ROTA} } }`;
interface Rota {
  readonly zone: string;
  readonly today: number;
  readonly days: readonly { readonly weekday: number; readonly workNames: readonly string[] }[];
  readonly ownDays: readonly number[];
  readonly takenKinds: readonly string[];
}
export const SUPPORT_QUEUE = `query ($first: Int, $after: String) {
  supportQueue(first: $first, after: $after) { nextCursor items { ${CASE} } } }`;
export const OPEN_SUPPORT_REQUEST = `mutation ($id: ID!) { openSupportRequest(id: $id) {
  ${CASE} ${CONTENT} ${QUESTIONS} questionsLeft reply others { ${CASE} } duplicates { id number kind isUrgent languages
    ${QUESTIONS} content { danger name goal tried beneficiary beneficiaryNote ${VOICES} } } viewerCan } }`;

export const SUPPORT_OPENINGS = `query ($id: ID!) { supportOpenings(id: $id) {
  openedAt duty reason supporterName } }`;
interface Opening {
  readonly reason: string;
  readonly supporterName: string | null;
}

export const supportDocument = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) }`;
export const supportInputDocument = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) }`;

/** The input of a request for support. */
export const askSupportInput = (said: Record<string, unknown> = {}) => ({
  sendKey: crypto.randomUUID(),
  danger: 'no',
  kind: 'care',
  goal: 'Proteger las cuentas de la radio.',
  tried: 'Cambiamos las claves.',
  languages: ['language:es'],
  name: 'Nayra',
  safeWay: 'Por la radio vecinal',
  times: 'Por las tardes',
  beneficiary: 'group',
  beneficiaryNote: 'Una radio de tres barrios',
  ...said,
});

/** Asks for support. Returns the id of the request. */
export async function askForSupport(
  who: Requester,
  said: Record<string, unknown> = {},
): Promise<string> {
  return (await apiAs(who).ask(ASK_SUPPORT, { input: askSupportInput(said) })).askSupport.id;
}

/** A supporter with a work name, and the id under which requesters exclude them. */
export async function makeSupporter(
  app: TestApp,
  name = `Apoyo ${crypto.randomUUID().slice(0, 8)}`,
): Promise<Person & { readonly supporterId: string; readonly workName: string }> {
  const made = await makePerson(app, 'apoyo', 'supporter');
  return withWorkName(made, name);
}

/** Gives a person with the duty a work name. */
export async function withWorkName<P extends Person>(who: P, workName: string) {
  const input = { name: workName };
  await apiAs(who).ask(supportInputDocument('setWorkName', 'WorkNameInput'), { input });
  const [row] = await who.app.db.query<{ id: string }>(
    'select id from supporter where account_id = $1',
    [who.accountId],
  );
  return { ...who, supporterId: row!.id, workName };
}

/** Actions of a supporter on requests and cases. */
export const supporterActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  queue: async (): Promise<any[]> => (await apiAs(who).ask(SUPPORT_QUEUE)).supportQueue.items,
  ids: async (): Promise<string[]> =>
    (await supporterActions(who).queue()).map((one: { id: string }) => one.id),
  claim: (id: string) => apiAs(who).ask(supportDocument('claimSupportRequest'), { id }),
  claimCode: (id: string) => apiAs(who).code(supportDocument('claimSupportRequest'), { id }),
  release: (id: string) => apiAs(who).ask(supportDocument('releaseSupportRequest'), { id }),
  recuse: (id: string) => apiAs(who).ask(supportDocument('recuseFromSupportRequest'), { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  open: async (id: string): Promise<any> =>
    (await apiAs(who).ask(OPEN_SUPPORT_REQUEST, { id })).openSupportRequest,
  openCode: (id: string) => apiAs(who).code(OPEN_SUPPORT_REQUEST, { id }),
  keepOpen: (id: string) => apiAs(who).ask(supportDocument('keepSupportCaseOpen'), { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  mine: async (): Promise<any[]> =>
    (await apiAs(who).ask(`{ mySupportCases { ${CASE} } }`)).mySupportCases,
  ask: (requestId: string, words = '¿Desde cuándo pasa?') =>
    apiAs(who).ask(supportInputDocument('askRequester', 'AnswerSupportInput'), {
      input: { requestId, words },
    }),
  accept: (requestId: string, words = 'Te acompaño con esto.') =>
    apiAs(who).ask(supportInputDocument('acceptSupportRequest', 'AnswerSupportInput'), {
      input: { requestId, words },
    }),
  decline: (requestId: string, said: Record<string, unknown> = {}) =>
    apiAs(who).ask(supportInputDocument('declineSupportRequest', 'DeclineSupportInput'), {
      input: { requestId, reason: 'elsewhere', words: 'Otra red sabe más.', ...said },
    }),
  linkDuplicate: (requestId: string, number: number) =>
    apiAs(who).ask(supportInputDocument('linkDuplicateSupportRequest', 'LinkDuplicateInput'), {
      input: { requestId, number },
    }),
  close: (requestId: string, words = 'Cerramos aquí.', said: Record<string, unknown> = {}) =>
    apiAs(who).ask(supportInputDocument('closeSupportCase', 'CloseSupportInput'), {
      input: { requestId, words, ...said },
    }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  workload: async (): Promise<any> =>
    (await apiAs(who).ask(`{ supportWorkload { ${WORKLOAD} } }`)).supportWorkload,
  rest: () => apiAs(who).ask(`mutation { startSupportRest { ${WORKLOAD} } }`),
  rota: async (): Promise<Rota> => (await apiAs(who).ask(READ_ROTA)).supportRota,
  setRota: async (input: { days: number[]; takenKinds?: string[] }): Promise<Rota> =>
    (await apiAs(who).ask(SET_ROTA, { input: { takenKinds: [], ...input } })).setSupportRota,
  setRotaCode: (input: object) => apiAs(who).code(SET_ROTA, { input }),
  endRest: () => apiAs(who).ask(`mutation { endSupportRest { ${WORKLOAD} } }`),
  /** Claims and opens a request. */
  async claimAndOpen(id: string) {
    await supporterActions(who).claim(id);
    return supporterActions(who).open(id);
  },
  /** Claims, opens and accepts a request. */
  async take(id: string, words?: string) {
    await supporterActions(who).claimAndOpen(id);
    await supporterActions(who).accept(id, words);
  },
});

/** Actions of a requester on their own requests. */
export const requesterActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  one: async (id: string): Promise<any> =>
    (
      await apiAs(who).ask(
        `query ($id: ID!) { supportRequest(id: $id) { ${OWN_SUPPORT_REQUEST} } }`,
        { id },
      )
    ).supportRequest,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  list: async (): Promise<any[]> =>
    (await apiAs(who).ask(`{ mySupportRequests { ${OWN_SUPPORT_REQUEST} } }`)).mySupportRequests,
  openings: async (id: string): Promise<Opening[]> =>
    (await apiAs(who).ask(SUPPORT_OPENINGS, { id })).supportOpenings,
  news: async (): Promise<number> => (await apiAs(who).ask('{ supportNews }')).supportNews,
  see: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { seeSupportRequest(id: $id) { id } }', { id }),
  exclude: (requestId: string, add: readonly string[], remove: readonly string[] = []) =>
    apiAs(who).ask(
      'mutation ($input: ExcludeSupportersInput!) { excludeSupporters(input: $input) { id } }',
      { input: { requestId, add, remove } },
    ),
  keepOpen: (id: string) => apiAs(who).ask(supportDocument('keepSupportCaseOpen'), { id }),
  reopen: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { reopenSupportCase(id: $id) { id } }', { id }),
  /** Answers a question; by default the latest one. */
  answer: async (requestId: string, words = 'Desde ayer.', questionId?: string) => {
    const actions = requesterActions(who);
    const id = questionId ?? (await actions.one(requestId)).questions.at(-1)?.id ?? requestId;
    return apiAs(who).ask(
      'mutation ($input: AnswerSupportQuestionInput!) { answerSupportQuestion(input: $input) { id } }',
      { input: { requestId, questionId: id, words } },
    );
  },
  changeContact: (requestId: string, safeWay?: string, times?: string) =>
    apiAs(who).ask(
      'mutation ($input: SafeContactInput!) { changeSafeContact(input: $input) { id } }',
      { input: { requestId, safeWay, times } },
    ),
  withdraw: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { withdrawSupportRequest(id: $id) { id } }', { id }),
  delete: (id: string) => apiAs(who).ask(supportDocument('deleteSupportRequest'), { id }),
});
