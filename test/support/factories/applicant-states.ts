import type { TestApp } from '../app/app.js';
import { as } from '../app/client.js';
import { invite } from './invitations.js';
import { appeal, type Applicant, applicant, DECLINE, declined, desk, vouch } from './vetting.js';
import { browser, person, type Person } from './world.js';

const WITHDRAW = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
type Three = readonly [Person, Person, Person];
interface Before {
  readonly app: TestApp;
  readonly who: Applicant;
  readonly id: string;
  readonly code: string;
  /** Three reviewers who have not acted yet. */
  readonly by: Three;
}

const disagreeing = async ({ id, by: [first, second] }: Before) => {
  await desk(first).read(id);
  await desk(second).read(id, DECLINE);
};

/** Every state of an application before the applicant is a member, with the steps that lead to it. */
export const STATES: Readonly<Record<string, (before: Before) => Promise<unknown>>> = {
  'has applied': async () => undefined,
  'was invited': async () => undefined,
  'has two vouches': async ({ app, code }) => {
    for (const name of ['ana', 'bea']) await vouch(await person(app, name, 'member'), code);
  },
  'is being read': ({ id, by: [first] }) => desk(first).claim(id),
  'is asked something': async ({ id, by: [first] }) => {
    await desk(first).claim(id);
    await desk(first).question(id, '¿Qué haces?');
  },
  'has one review': ({ id, by: [first] }) => desk(first).read(id),
  'has two that do not agree': disagreeing,
  'has two that agree, and nobody decided': async ({ id, by: [first, second] }) => {
    for (const one of [first, second]) await desk(one).read(id);
  },
  'was declined': ({ id, by }) => declined(by.slice(0, 2), id),
  appealed: async ({ who, id, by }) => {
    await declined(by.slice(0, 2), id);
    await appeal(who, id);
  },
  'appealed, and has one yes': async ({ app, who, id, by }) => {
    await declined(by.slice(0, 2), id);
    await appeal(who, id);
    await desk(await person(app, 'otra', 'moderator')).read(id);
  },
  'took it back': ({ who, id }) => as(who).ask(WITHDRAW, { id }),
  'took it back and applied again': async ({ who, id }) => {
    await as(who).ask(WITHDRAW, { id });
    await who.apply();
  },
};

/** Returns an applicant in the given state, in the browser that they applied with. */
export async function standsOutside(app: TestApp, state: string, by: Three): Promise<Applicant> {
  const inviter = state === 'was invited' && (await person(app, 'eva', 'member'));
  const who = await applicant(app, inviter ? { invitation: (await invite(inviter)).code } : {});
  const { id, vouchCode: code } = await who.own();
  await STATES[state]!({ app, who, id, code, by });
  return who;
}

/** Signs the applicant in, in a second browser. */
export const elsewhere = async ({ app, accountId }: Applicant) => ({
  app,
  cookie: (await browser(app, accountId)).cookie,
});
