import { DutyName } from '#members/duty.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { Instance } from '#settings/instance.entity.js';
import type { TestApp } from '../app/app.js';
import { apiAs, type Requester, sendForm } from '../app/client.js';
import { CookieJar, setTestPassword } from '../app/test-password.js';
import { type Person, makePerson } from './make-people.js';

/** The answers of a complete application. A test overrides the answers that matter to it. */
export const APPLICATION_ANSWERS = {
  language: 'es',
  name: 'Nayra',
  languages: ['language:es'],
  practices: ['practice:media-education'],
  work: 'Radio comunitaria.',
  issueAreas: ['issue:indigenous-rights'],
  country: 'territory:PE',
  sharedTerritories: ['territory:amazonia'],
  hopes: 'Encontrar gente que verifique audios.',
  knownKind: 'nobody',
  known: '',
  reach: 'here',
  unsaid: [] as string[],
};
export type ApplicationAnswers = Partial<
  Record<
    keyof typeof APPLICATION_ANSWERS | 'email' | 'password' | 'sendKey' | 'invitation',
    unknown
  >
>;

export const SUBMIT_APPLICATION = `mutation ($input: ApplicationInput!) { submitApplication(input: $input) { words } }`;
const OWN = `{ myApplication {
  id stage state submittedAt answerDueAt waitsForSecondReader reviewsWritten isBeingRead vouchCode vouchCount viewerCan openedAt
  questions { id body createdAt answer answeredAt }
  answers { name work hopes known territories { id } } destroyedAt
  decision { outcome round reasonClass words }
  isAppeal appeal appealUntil isHeardLater applyAgainFrom rememberedUntil
} }`;

/** Creates three reviewers. The founding of the instance is closed afterwards. */
export async function makeReviewers(app: TestApp): Promise<[Person, Person, Person]> {
  await app.db.repo(Instance).insert({
    foundedAt: app.clock.now(),
    foundingClosedAt: app.clock.now(),
  });
  const people = [] as Person[];
  for (const name of ['mo1', 'mo2', 'mo3']) people.push(await makePerson(app, name, 'moderator'));
  await setTestPassword(app, ...people);
  return people as [Person, Person, Person];
}

/** Creates ten members past probation. With so many members, an application needs two vouches. */
export async function makeTenMembers(app: TestApp): Promise<Person[]> {
  const people: Person[] = [];
  for (let n = 0; n < 10; n++) people.push(await makePerson(app, `member${n}`, 'member'));
  await setTestPassword(app, ...people);
  return people;
}

/** An applicant, with the session of the browser in which they applied. */
export class Applicant implements Requester {
  words: string[] = [];
  accountId = '';

  constructor(
    readonly app: TestApp,
    readonly jar = new CookieJar(app),
  ) {}

  get cookie(): string {
    return this.jar.cookie;
  }

  /** Sends an application. Throws `RefusedError` if the server refuses it. */
  async apply(answers: ApplicationAnswers = {}): Promise<this> {
    const variables = { input: { ...APPLICATION_ANSWERS, ...answers } };
    const response = await apiAs(this).raw(SUBMIT_APPLICATION, variables);
    this.jar.keep(response);
    const answer = (await response.json()) as { data?: { submitApplication: { words: string[] } } };
    if (!answer.data) throw new Error(JSON.stringify(answer));
    this.words = answer.data.submitApplication.words;
    const { me } = await apiAs(this).ask('{ me { id } }');
    this.accountId = me.id;
    return this;
  }

  /** Signs in again with the recovery phrase of the receipt, after the session has ended. */
  async comeBack(): Promise<void> {
    this.jar.keep(await sendForm(this.jar, '/es/join/status', { words: this.words.join(' ') }));
  }

  /** Returns the applicant's own application as the applicant sees it. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  async own(): Promise<any> {
    return (await apiAs(this).ask(OWN)).myApplication;
  }

  async id(): Promise<string> {
    return (await this.own()).id;
  }
}

/** Appeals a decline. */
export const appealDecline = (
  who: Requester,
  applicationId: string,
  words = 'Hay algo que no se vio.',
) =>
  apiAs(who).ask(`mutation ($input: AppealInput!) { appealDecision(input: $input) { stage } }`, {
    input: { applicationId, words },
  });

export const makeApplicant = (app: TestApp, answers: ApplicationAnswers = {}) =>
  new Applicant(app).apply(answers);

const VOUCH = `mutation ($input: VouchInput!) { giveVouch(input: $input) {
  id createdAt withdrawnAt viewerCan } }`;

/** Vouches for an applicant by their code. */
export const giveVouchByCode = (
  who: Requester,
  code: string,
  more: Record<string, unknown> = {},
) => {
  const input = { code, relation: 'Trabajamos juntas.', attestations: ['workedTogether'], ...more };
  return apiAs(who).ask(VOUCH, { input });
};
export const vouchErrorCode = (who: Requester, code: string) =>
  apiAs(who).code(VOUCH, { input: { code, relation: 'x', attestations: ['onlyOnline'] } });
export const rawVouchResponse = (who: Requester, code: string) =>
  apiAs(who).raw(VOUCH, { input: { code, relation: 'x', attestations: ['onlyOnline'] } });

export const WITHDRAW_VOUCH = `mutation ($input: WithdrawVouchInput!) { withdrawVouch(input: $input) {
  withdrawnAt viewerCan } }`;

/** Withdraws a vouch. */
export const withdrawGivenVouch = (
  who: Requester,
  id: string,
  more: Record<string, unknown> = {},
) => apiAs(who).ask(WITHDRAW_VOUCH, { input: { id, reason: 'other', ...more } });

const FILE = `mutation ($id: ID!) { openApplication(id: $id) {
  id stage readAs claimEndsAt viewerCan agreedOutcome
  answers { name work hopes known }
  earlierDecisions { reasonClass month } earlierRemovals { reason month }
  appeal { words decision { reasonClass words } }
  vouches { relation statement attestations weight withdrawnAt withdrawalReason withdrawalWords }
  questions { body answer }
  admission { vouchesNeeded vouchesCounted isFoundingRule independence }
  notes { body isMine }
  ownReview { isCurrent review { recommendation reason checks } }
  otherReviews { isCurrent review { recommendation reason } }
} }`;
const CHECKS = ['identity', 'purpose', 'risk', 'noConflict'];

/** Actions of a reviewer at the desk. */
export const reviewerActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  queue: async (): Promise<any[]> =>
    (
      await apiAs(who)
        .ask(`{ applicationQueue { items { id name stage state notes claimEndsAt otherReaders
        reviewsWritten isReviewedByMe mustConfirm isAnswered isAppeal wasSeenBefore } } }`)
    ).applicationQueue.items,
  claim: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { claimApplication(id: $id) }', { id }),
  release: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { releaseApplication(id: $id) }', { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  open: async (id: string): Promise<any> => (await apiAs(who).ask(FILE, { id })).openApplication,
  openRaw: (id: string) => apiAs(who).raw(FILE, { id }),
  async review(id: string, more: Record<string, unknown> = {}) {
    const { readAs } = await reviewerActions(who).open(id);
    return apiAs(who).ask(
      `mutation ($input: ReviewInput!) { reviewApplication(input: $input) { id recommendation } }`,
      { input: { ...REVIEW, applicationId: id, readAs, ...more } },
    );
  },
  async change(id: string, more: Record<string, unknown> = {}) {
    const { readAs } = await reviewerActions(who).open(id);
    return apiAs(who).ask(
      `mutation ($input: ReviewInput!) { changeReview(input: $input) { id recommendation } }`,
      { input: { ...REVIEW, applicationId: id, readAs, ...more } },
    );
  },
  note: (applicationId: string, body: string) =>
    apiAs(who).ask(
      'mutation ($input: NoteInput!) { noteApplication(input: $input) { id isMine } }',
      {
        input: { applicationId, body },
      },
    ),
  question: (applicationId: string, question: string) =>
    apiAs(who).ask('mutation ($input: AskApplicantInput!) { askApplicant(input: $input) }', {
      input: { applicationId, question },
    }),
  async decide(id: string, more: Record<string, unknown> = {}) {
    const readAs = more['readAs'] ?? (await reviewerActions(who).open(id)).readAs;
    return apiAs(who).ask(
      `mutation ($input: DecideInput!) { decideApplication(input: $input) {
        outcome reasonClass words vouchesNeeded vouchesCounted isFoundingRule } }`,
      { input: { applicationId: id, outcome: 'accept', ...more, readAs } },
    );
  },
  /** Claims the application and writes a review. */
  async read(id: string, more: Record<string, unknown> = {}) {
    await reviewerActions(who).claim(id);
    return reviewerActions(who).review(id, more);
  },
});
const REVIEW = { recommendation: 'accept', checks: CHECKS, reason: 'Trabajo que se puede ver.' };
export const DECLINING_REVIEW = {
  recommendation: 'decline',
  checks: CHECKS,
  reason: 'Vende servicios.',
  reasonClass: 'purpose',
};

/** Two reviewers accept the application and decide. */
export async function admitApplicant(by: readonly Requester[], id: string): Promise<void> {
  for (const who of by) await reviewerActions(who).read(id);
  await reviewerActions(by[1]!).decide(id);
}

/** Two reviewers decline the application and decide. */
export async function declineApplicant(by: readonly Requester[], id: string): Promise<void> {
  for (const who of by) await reviewerActions(who).read(id, DECLINING_REVIEW);
  await reviewerActions(by[1]!).decide(id, DECLINING_DECISION);
}
export const DECLINING_DECISION = {
  outcome: 'decline',
  reasonClass: 'purpose',
  words: 'Aquí no cabe.',
};

/** Gives a member the duty to vet. */
export const grantDutyToVet = (app: TestApp, { accountId }: Person) =>
  app.get(AccountsService).grantDuty(accountId, DutyName.vet);
