import fc from 'fast-check';
import { ITEM_WEIGHTS } from '../case-items.js';

/** The random steps of the law about the people of one case: its supporters, its partner side and outside helpers. */

/** Uma is a supporter whom others can also invite and ask to help. */
export const SUPPORTERS = ['sol', 'teo', 'uma'] as const;
export const MEMBERS = ['ana', 'ona', 'ivo'] as const;
export const PEOPLE = [...MEMBERS, ...SUPPORTERS] as const;
export type SidePerson = (typeof PEOPLE)[number];

/** How often each kind of step is chosen. Those that end much are rare, so that much can happen in between. */
const WEIGHTS = {
  // Steps of supporters. After a release, somebody claims, opens and accepts the request again.
  ...{ offer: 8, offerToLead: 3, withdrawOffer: 1, acceptOffer: 8, acceptToLead: 8 },
  ...{ declineOffer: 1, leave: 2, release: 1, takeAgain: 20, close: 1 },
  // Steps of the requester.
  ...{ agree: 8, exclude: 2, include: 3, reopen: 20 },
  ...{ invite: 8, remove: 2, offerOwnership: 5, withdrawOwnership: 1 },
  // Steps of the partner side.
  ...{ acceptInvitation: 12, declineInvitation: 1, leaveSide: 1 },
  ...{ acceptOwnership: 8, declineOwnership: 1 },
  // Steps around a pause.
  ...{ leaveOwn: 2, comeBack: 8, takeOver: 8 },
  // Steps around outside helpers.
  ...{ ask: 10, help: 12, describe: 14, consent: 16, share: 20, withdrawConsent: 2 },
  ...{ endHelper: 2, leaveHelp: 2 },
  // Steps of supporters and of the requester.
  ...ITEM_WEIGHTS,
  // Performed without a person.
  ...{ ally: 2, endAlliance: 6, separate: 2, reconcile: 6 },
  ...{ takeDuty: 1, giveDuty: 8, suspend: 1, restore: 8, passDays: 4 },
} as const;
export type SideStepKind = keyof typeof WEIGHTS;

export interface SideStep {
  readonly kind: SideStepKind;
  readonly by: SidePerson;
  readonly other: SidePerson;
}

/** Random numbers, from which the model chooses a step that is possible in its state. */
export interface SideChoice {
  readonly kinds: readonly SideStepKind[];
  readonly at: number;
  /** Takes any step instead, which is probably refused. */
  readonly isBold: boolean;
  /** Which other person is compared. */
  readonly probe: number;
}

const kind = fc.oneof(
  ...Object.entries(WEIGHTS).map(([name, weight]) => ({
    ...{ weight, arbitrary: fc.constant(name as SideStepKind) },
  })),
);
const choice: fc.Arbitrary<SideChoice> = fc.record({
  kinds: fc.array(kind, { minLength: 12, maxLength: 12 }),
  at: fc.nat(),
  isBold: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  probe: fc.nat(),
});

export const sideHistories = (length: number): fc.Arbitrary<SideChoice[]> =>
  fc.array(choice, { minLength: length, maxLength: length });

const step = (one: SideStepKind, by: SidePerson, other = by): SideStep => ({
  ...{ kind: one, by, other },
});

/** Every history begins with the steps that detect the mutants. The lead is Sol, and the requester Ana. */
export const SIDE_BEGINNING: readonly SideStep[] = [
  ...[step('addLink', 'ana'), step('addTask', 'sol'), step('addLink', 'sol')],
  // Ivo helps from outside, and reads nothing before the consent and the approval.
  ...[step('ask', 'sol', 'ivo'), step('help', 'ivo'), step('share', 'sol', 'ivo')],
  ...[step('describe', 'sol', 'ivo'), step('share', 'sol', 'ivo'), step('consent', 'ana', 'ivo')],
  step('share', 'sol', 'ivo'),
  // Another text needs another consent.
  ...[step('describe', 'sol', 'ivo'), step('share', 'sol', 'ivo'), step('consent', 'ana', 'ivo')],
  ...[step('share', 'sol', 'ivo'), step('withdrawConsent', 'ana', 'ivo')],
  // A helper who joins the partner side helps no more.
  ...[step('ask', 'sol', 'ivo'), step('help', 'ivo'), step('describe', 'sol', 'ivo')],
  ...[step('consent', 'ana', 'ivo'), step('share', 'sol', 'ivo'), step('invite', 'ana', 'ivo')],
  ...[step('acceptInvitation', 'ivo'), step('remove', 'ana', 'ivo')],
  // Nobody joins a side on which they would meet a person whom moderation separated from them.
  ...[step('invite', 'ana', 'ona'), step('acceptInvitation', 'ona'), step('invite', 'ana', 'ivo')],
  ...[step('separate', 'ona', 'ivo'), step('acceptInvitation', 'ivo')],
  ...[step('reconcile', 'ona', 'ivo'), step('remove', 'ana', 'ivo')],
  // The partner side reads the links and does not change them.
  ...[step('removeLink', 'ona'), step('addTask', 'ona')],
  // A supporter who is allied with somebody of the side has no case, nor has an asked one an offer.
  ...[step('offer', 'sol', 'teo'), step('acceptOffer', 'teo'), step('agree', 'ana', 'teo')],
  ...[step('finishTask', 'sol'), step('addTask', 'sol')],
  ...[step('acceptToLead', 'teo'), step('ally', 'teo', 'ona'), step('endAlliance', 'teo', 'ona')],
  // The case goes to Ona, who has not agreed to the helper, and back to the queue with the helpers of the former lead.
  ...[step('ask', 'sol', 'ivo'), step('help', 'ivo'), step('describe', 'sol', 'ivo')],
  ...[step('consent', 'ana', 'ivo'), step('offerOwnership', 'ana', 'ona')],
  ...[step('acceptOwnership', 'ona'), step('share', 'sol', 'ivo')],
  ...[step('consent', 'ona', 'ivo'), step('share', 'sol', 'ivo'), step('passDays', 'ana')],
  ...[step('passDays', 'ana'), step('offer', 'sol', 'uma'), step('agree', 'ona', 'uma')],
  ...[step('acceptToLead', 'uma'), step('release', 'sol'), step('exclude', 'ona', 'uma')],
  // Ivo, who helped the former supporters, helps no more.
  ...[step('takeAgain', 'teo'), step('leaveHelp', 'ivo')],
  // Ona leaves, and comes back; then she leaves again and the case goes to Ana, who is on the side.
  ...[step('leaveOwn', 'ona'), step('close', 'teo'), step('comeBack', 'ona')],
  ...[step('leaveOwn', 'ona'), step('takeOver', 'ana'), step('comeBack', 'ona')],
];
