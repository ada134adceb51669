import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { createInvitation } from './invitations.js';
import {
  appealDecline,
  type Applicant,
  makeApplicant,
  DECLINING_REVIEW,
  declineApplicant,
  reviewerActions,
  giveVouchByCode,
} from './applicants-and-reviewers.js';
import { signInBrowser, makePerson, type Person } from './make-people.js';

const WITHDRAW = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
type Three = readonly [Person, Person, Person];
interface Before {
  readonly app: TestApp;
  readonly who: Applicant;
  readonly id: string;
  readonly code: string;
  /** Three reviewers, who have not done anything yet. */
  readonly by: Three;
}

const disagreeing = async ({ id, by: [first, second] }: Before) => {
  await reviewerActions(first).read(id);
  await reviewerActions(second).read(id, DECLINING_REVIEW);
};

/** Every state of an application before the applicant is a member. The value is a function that leads to this state. */
export const APPLICANT_STATES: Readonly<Record<string, (before: Before) => Promise<unknown>>> = {
  'has applied': async () => undefined,
  'was invited': async () => undefined,
  'has two vouches': async ({ app, code }) => {
    for (const name of ['ana', 'bea'])
      await giveVouchByCode(await makePerson(app, name, 'member'), code);
  },
  'is being read': ({ id, by: [first] }) => reviewerActions(first).claim(id),
  'is asked something': async ({ id, by: [first] }) => {
    await reviewerActions(first).claim(id);
    await reviewerActions(first).question(id, '¿Qué haces?');
  },
  'has one review': ({ id, by: [first] }) => reviewerActions(first).read(id),
  'has two that do not agree': disagreeing,
  'has two that agree, and nobody decided': async ({ id, by: [first, second] }) => {
    for (const one of [first, second]) await reviewerActions(one).read(id);
  },
  'was declined': ({ id, by }) => declineApplicant(by.slice(0, 2), id),
  appealed: async ({ who, id, by }) => {
    await declineApplicant(by.slice(0, 2), id);
    await appealDecline(who, id);
  },
  'appealed, and has one yes': async ({ app, who, id, by }) => {
    await declineApplicant(by.slice(0, 2), id);
    await appealDecline(who, id);
    await reviewerActions(await makePerson(app, 'otra', 'moderator')).read(id);
  },
  'took it back': ({ who, id }) => apiAs(who).ask(WITHDRAW, { id }),
  'took it back and applied again': async ({ who, id }) => {
    await apiAs(who).ask(WITHDRAW, { id });
    await who.apply();
  },
};

/** Returns an applicant in the given state. The session is that of the browser in which they applied. */
export async function applicantInState(app: TestApp, state: string, by: Three): Promise<Applicant> {
  const inviter = state === 'was invited' && (await makePerson(app, 'eva', 'member'));
  const who = await makeApplicant(
    app,
    inviter ? { invitation: (await createInvitation(inviter)).code } : {},
  );
  const { id, vouchCode: code } = await who.own();
  await APPLICANT_STATES[state]!({ app, who, id, code, by });
  return who;
}

/** Signs the applicant in with a second browser. */
export const secondBrowserOf = async ({ app, accountId }: Applicant) => ({
  app,
  cookie: (await signInBrowser(app, accountId)).cookie,
});
