import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester } from '../../app/client.js';
import { makePerson, type Person, signInAgain } from '../make-people.js';
import { makeSupporter, supportDocument, supportInputDocument } from '../support-requests.js';
import { makeVisibleProfile } from '../visible-profiles.js';

const LIST = `query ($id: ID!) { caseHelpers(id: $id) {
  id state person { id name } name text until expiresAt endedAt endedBy waitingActId channelId } }`;
const CONSENTS = `query ($id: ID!) { caseConsents(id: $id) {
  id state name text until hash consentedAt openedAt endedAt endedBy } }`;
const CASES = '{ helperCases { id kind state leadName expiresAt name text until channelId } }';
const SHARE = 'mutation ($input: ShareCaseInput!) { shareCase(input: $input) { id hash } }';
const ACT = `query ($id: ID!) { twoPersonAct(id: $id) { id kind hash state shown { label value } } }`;
const APPROVE = `mutation ($input: ApproveTwoPersonActInput!) {
  approveTwoPersonAct(input: $input) { id state } }`;

export interface HelperOfCase {
  readonly requestId: string;
  readonly helperId: string;
}
const input = (operation: string, type: string) => supportInputDocument(operation, type);
const AGREE = input('agreeToHelp', 'AgreeToHelpInput');
const ASK = input('askHelper', 'AskHelperInput');
const DESCRIBE = input('describeHelp', 'DescribeHelpInput');
const CONSENT = input('giveConsent', 'GiveConsentInput');
const WITHDRAW = input('withdrawConsent', 'CaseHelperInput');
const END = input('endHelper', 'CaseHelperInput');

/** The text to which requesters of tests agree. */
export const HELP_TEXT = 'La antena de la radio se cae y hay que medir la señal.';

/** Actions of outside helpers, of the supporters and the requester of their case, and of the supporter who approves. */
export const helperActions = (who: Requester) => ({
  ask: (requestId: string, personId: string) =>
    apiAs(who).ask(ASK, { input: { requestId, personId } }),
  askCode: (requestId: string, personId: string) =>
    apiAs(who).code(ASK, { input: { requestId, personId } }),
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  list: async (id: string): Promise<any[]> => (await apiAs(who).ask(LIST, { id })).caseHelpers,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  consents: async (id: string): Promise<any[]> =>
    (await apiAs(who).ask(CONSENTS, { id })).caseConsents,
  consentsCode: (id: string) => apiAs(who).code(CONSENTS, { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  cases: async (): Promise<any[]> => (await apiAs(who).ask(CASES)).helperCases,
  agree: (requestId: string, name = 'Electricista') =>
    apiAs(who).ask(AGREE, { input: { requestId, name } }),
  agreeCode: (requestId: string, name = 'Electricista') =>
    apiAs(who).code(AGREE, { input: { requestId, name } }),
  leave: (id: string) => apiAs(who).ask(supportDocument('leaveHelp'), { id }),
  describe: (of: HelperOfCase, text = HELP_TEXT, days = 30) =>
    apiAs(who).ask(DESCRIBE, { input: { ...of, text, days } }),
  describeCode: (of: HelperOfCase, text = HELP_TEXT, days = 30) =>
    apiAs(who).code(DESCRIBE, { input: { ...of, text, days } }),
  consent: (of: HelperOfCase, hash: string) => apiAs(who).ask(CONSENT, { input: { ...of, hash } }),
  consentCode: (of: HelperOfCase, hash: string) =>
    apiAs(who).code(CONSENT, { input: { ...of, hash } }),
  withdraw: (of: HelperOfCase) => apiAs(who).ask(WITHDRAW, { input: { ...of } }),
  withdrawCode: (of: HelperOfCase) => apiAs(who).code(WITHDRAW, { input: { ...of } }),
  end: (of: HelperOfCase) => apiAs(who).ask(END, { input: { ...of } }),
  endCode: (of: HelperOfCase) => apiAs(who).code(END, { input: { ...of } }),
  share: async (of: HelperOfCase, reason = 'Nadie del equipo sabe de antenas') =>
    (await apiAs(who).ask(SHARE, { input: { ...of, reason } })).shareCase as {
      readonly id: string;
      readonly hash: string;
    },
  shareCode: (of: HelperOfCase) =>
    apiAs(who).code(SHARE, { input: { ...of, reason: 'Hace falta' } }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  act: async (id: string): Promise<any> => (await apiAs(who).ask(ACT, { id })).twoPersonAct,
  actCode: (id: string) => apiAs(who).code(ACT, { id }),
  approve: (actId: string, hash: string) => apiAs(who).ask(APPROVE, { input: { actId, hash } }),
  approveCode: (actId: string, hash: string) =>
    apiAs(who).code(APPROVE, { input: { actId, hash } }),
});

interface TestCase {
  readonly requester: Requester;
  readonly supporter: Person;
  readonly requestId: string;
}

/** A member with a visible profile, who agreed to help in a case. */
export async function makeWillingHelper(app: TestApp, made: TestCase, name = 'Electricista') {
  const who = await makePerson(app, 'ema', 'member');
  const { personId } = await makeVisibleProfile(who, name);
  await helperActions(made.supporter).ask(made.requestId, personId);
  await helperActions(who).agree(made.requestId, name);
  const all = await helperActions(made.supporter).list(made.requestId);
  const helperId: string = all.find((one) => one.state === 'willing')!.id;
  return { helper: who, personId, of: { requestId: made.requestId, helperId } };
}

/** Makes the requester read and agree to the text of a willing helper. */
export async function consentTo(
  { requester, supporter }: TestCase,
  of: HelperOfCase,
  text = HELP_TEXT,
) {
  await helperActions(supporter).describe(of, text);
  const all = await helperActions(requester).consents(of.requestId);
  const { hash } = all.find(({ id }) => id === of.helperId)!;
  await helperActions(requester).consent(of, hash);
}

/** Opens the thread of a willing helper: its requester agrees to the text, and another supporter approves the reason. */
export async function openHelperThread(
  app: TestApp,
  made: TestCase,
  { of, text, reason }: { of: HelperOfCase; text?: string; reason?: string },
) {
  await consentTo(made, of, text);
  const lead = await signInAgain(made.supporter);
  const { id, hash } = await helperActions(lead).share(of, reason);
  const approver = await makeSupporter(app);
  await helperActions(approver).approve(id, hash);
  const all = await helperActions(made.supporter).list(made.requestId);
  const channelId: string = all.find((one) => one.id === of.helperId)!.channelId;
  return { approver, channelId };
}

/** An outside helper whose thread another supporter has opened. */
export async function makeHelper(app: TestApp, made: TestCase, name = 'Electricista') {
  const willing = await makeWillingHelper(app, made, name);
  return { ...willing, ...(await openHelperThread(app, made, willing)) };
}
