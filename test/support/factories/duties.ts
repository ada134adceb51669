import type { DutyName } from '#members/duty.entity.js';
import { as, type Asker } from '../app/client.js';
import { twoPerson } from './two-person.js';

const ACT = '{ id kind hash state shown { label value } }';
const HOLDERS = `{ dutyHolders { knownAs isYou isStaff isFounder isTaken duties { id name canTake } } }`;
const REASON = 'Lo acordamos en la reunión.';

/** A code that a member makes, to be handed over. */
export const dutyCode = async (who: Asker): Promise<string> =>
  (await as(who).ask('mutation { makeDutyCode { code endsAt } }')).makeDutyCode.code;

/** What administrators ask each other for, as sentences. */
export const administers = (who: Asker) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  holders: async (): Promise<any[]> => (await as(who).ask(HOLDERS)).dutyHolders,
  grant: async (code: string, duties: readonly `${DutyName}`[], knownAs = 'Chasca') =>
    (
      await as(who).ask(
        `mutation ($input: GrantDutiesInput!) { askToGrantDuties(input: $input) ${ACT} }`,
        { input: { code, duties, knownAs, reason: REASON } },
      )
    ).askToGrantDuties,
  take: async (dutyId: string) =>
    (
      await as(who).ask(
        `mutation ($input: TakeDutyInput!) { askToTakeDuty(input: $input) ${ACT} }`,
        { input: { dutyId, reason: REASON } },
      )
    ).askToTakeDuty,
  makeStaff: async (duty: `${DutyName}`, knownAs = 'Wayra') =>
    (
      await as(who).ask(
        `mutation ($input: MakeStaffInput!) { askToMakeStaff(input: $input) ${ACT} }`,
        { input: { duty, knownAs, reason: REASON } },
      )
    ).askToMakeStaff,
  link: async (actId: string): Promise<string> =>
    (await as(who).ask('mutation ($id: ID!) { takeStaffLink(actId: $id) }', { id: actId }))
      .takeStaffLink,
  code: async (actId: string): Promise<string> =>
    (await as(who).ask('mutation ($id: ID!) { takeStaffCode(actId: $id) }', { id: actId }))
      .takeStaffCode,
  approve: ({ id, hash }: { id: string; hash: string }) => twoPerson(who).approve(id, hash),
});

export const myDuties = async (
  who: Asker,
): Promise<{ id: string; name: string; knownAs: string | null }[]> =>
  (await as(who).ask('{ myDuties { id name knownAs } }')).myDuties;

export const layDown = async (who: Asker, name: string) => {
  const duty = (await myDuties(who)).find((one) => one.name === name)!;
  return as(who).ask('mutation ($id: ID!) { layDownDuty(dutyId: $id) }', { id: duty.id });
};
