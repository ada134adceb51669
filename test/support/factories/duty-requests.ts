import type { DutyName } from '#members/duty.entity.js';
import type { TestApp } from '../app/app.js';
import { apiAs, type Requester, sendForm } from '../app/client.js';
import { CookieJar, TEST_PASSWORD } from '../app/test-password.js';
import { twoPersonActions } from './two-person-acts.js';

const ACT = '{ id kind hash state shown { label value } }';
const HOLDERS = `{ dutyHolders { knownAs isYou isStaff isFounder isTaken duties { id name canTake } } }`;
const REASON = 'Lo acordamos en la reunión.';

/** Creates a member's duty code, which the member gives to an administrator. */
export const makeDutyCode = async (who: Requester): Promise<string> =>
  (await apiAs(who).ask('mutation { makeDutyCode { code endsAt } }')).makeDutyCode.code;

/** Sends requests about duties as one administrator: grant, revoke and approve duties. */
export const dutyRequests = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  holders: async (): Promise<any[]> => (await apiAs(who).ask(HOLDERS)).dutyHolders,
  grant: async (code: string, duties: readonly `${DutyName}`[], knownAs = 'Chasca') =>
    (
      await apiAs(who).ask(
        `mutation ($input: GrantDutiesInput!) { askToGrantDuties(input: $input) ${ACT} }`,
        { input: { code, duties, knownAs, reason: REASON } },
      )
    ).askToGrantDuties,
  take: async (dutyId: string) =>
    (
      await apiAs(who).ask(
        `mutation ($input: TakeDutyInput!) { askToTakeDuty(input: $input) ${ACT} }`,
        { input: { dutyId, reason: REASON } },
      )
    ).askToTakeDuty,
  makeStaff: async (duty: `${DutyName}`, knownAs = 'Wayra') =>
    (
      await apiAs(who).ask(
        `mutation ($input: MakeStaffInput!) { askToMakeStaff(input: $input) ${ACT} }`,
        { input: { duty, knownAs, reason: REASON } },
      )
    ).askToMakeStaff,
  link: async (actId: string): Promise<string> =>
    (await apiAs(who).ask('mutation ($id: ID!) { takeStaffLink(actId: $id) }', { id: actId }))
      .takeStaffLink,
  code: async (actId: string): Promise<string> =>
    (await apiAs(who).ask('mutation ($id: ID!) { takeStaffCode(actId: $id) }', { id: actId }))
      .takeStaffCode,
  approve: ({ id, hash }: { id: string; hash: string }) => twoPersonActions(who).approve(id, hash),
});

/** Two administrators invite a staff account. Returns the token of the link, and the seat code. */
export async function inviteStaff(asker: Requester, approver: Requester) {
  const act = await dutyRequests(asker).makeStaff('audit');
  await dutyRequests(approver).approve(act);
  return {
    t: await dutyRequests(asker).link(act.id),
    code: await dutyRequests(approver).code(act.id),
  };
}

/** Accepts a staff invitation with a mail address. Returns the whole observable response. */
export async function acceptStaffInvitation(
  app: TestApp,
  seat: { t: string; code: string },
  email: string,
) {
  const jar = new CookieJar(app);
  const form = { ...seat, name: 'Wayra', email, password: TEST_PASSWORD };
  const answer = jar.keep(await sendForm({ app }, '/es/set-up', form));
  const { me } = await apiAs(jar).ask('{ me { email emailConfirmedAt pendingEmail standing } }');
  const isPending = me.pendingEmail === email;
  const signIn = (await new CookieJar(app).signIn(email)).status;
  const account = { ...me, pendingEmail: isPending };
  return { status: answer.status, text: await answer.text(), account, signIn };
}
/**
 * The response of `acceptStaffInvitation` for every mail address. It does not disclose which addresses have an account.
 */
export const STAFF_INVITATION_ACCEPTED = {
  ...{ status: 303, text: '', signIn: 401 },
  account: { email: null, emailConfirmedAt: null, pendingEmail: true, standing: 'staff' },
};

export const myDuties = async (
  who: Requester,
): Promise<{ id: string; name: string; knownAs: string | null }[]> =>
  (await apiAs(who).ask('{ myDuties { id name knownAs } }')).myDuties;

export const layDownDuty = async (who: Requester, name: string) => {
  const duty = (await myDuties(who)).find((one) => one.name === name)!;
  return apiAs(who).ask('mutation ($id: ID!) { layDownDuty(dutyId: $id) }', { id: duty.id });
};
