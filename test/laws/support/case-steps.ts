import fc from 'fast-check';
import { ITEM_WEIGHTS } from './case-items.js';

/** The random steps of the law of cases. */

export const CASE_REQUESTERS = ['ana', 'ben'] as const;
/** Uma also asks for support herself. */
export const CASE_SUPPORTERS = ['sol', 'teo', 'uma'] as const;
export const CASE_PEOPLE = [...CASE_REQUESTERS, ...CASE_SUPPORTERS] as const;
export const ASKERS = [...CASE_REQUESTERS, 'uma'] as const;
export type CasePerson = (typeof CASE_PEOPLE)[number];

/** How often each kind of step is chosen. Those that end much are rare, so that much can happen in between. */
const WEIGHTS = {
  // Steps of requesters.
  ...{
    ask: 8,
    askUrgently: 3,
    answer: 5,
    withdraw: 1,
    delete: 1,
    reopen: 4,
    exclude: 3,
    include: 3,
  },
  // Steps of supporters.
  ...{ claim: 12, open: 12, question: 4, accept: 12, decline: 1, declineForConduct: 1, release: 2 },
  ...{ close: 3, closeForConduct: 1, rest: 1, endRest: 6 },
  // Steps of both.
  ...{ keepOpen: 2, write: 6, writeInternal: 3, ...ITEM_WEIGHTS },
  // Performed without a person.
  ...{
    ally: 2,
    endAlliance: 6,
    separate: 1,
    reconcile: 6,
    takeDuty: 1,
    giveDuty: 6,
    suspend: 1,
    restore: 6,
  },
  ...{ passMinutes: 4, passDays: 3, passMonths: 1 },
} as const;
export type CaseStepKind = keyof typeof WEIGHTS;

/** The steps that need a request. */
export const ON_REQUESTS: readonly CaseStepKind[] = [
  ...(['withdraw', 'delete', 'reopen', 'exclude', 'include', 'claim', 'open', 'accept'] as const),
  ...(['question', 'answer'] as const),
  ...(['decline', 'declineForConduct', 'release', 'close', 'closeForConduct'] as const),
  ...(['keepOpen', 'write', 'writeInternal'] as const),
  ...(Object.keys(ITEM_WEIGHTS) as (keyof typeof ITEM_WEIGHTS)[]),
];

export interface CaseStep {
  readonly kind: CaseStepKind;
  readonly by: CasePerson;
  /** The number of the request, in the order of asking. */
  readonly request: number;
  /** The supporter of an exclusion, or the other person of a tie. */
  readonly other: CasePerson;
}

/** Random numbers, from which the model chooses a step that is possible in its state. */
export interface CaseChoice {
  readonly kinds: readonly CaseStepKind[];
  readonly at: number;
  /** Takes any step instead, which is probably refused. */
  readonly isBold: boolean;
  /** Which person besides the one who acts is compared, and by which request. */
  readonly probe: number;
}

const kind = fc.oneof(
  ...Object.entries(WEIGHTS).map(([name, weight]) => ({
    ...{ weight, arbitrary: fc.constant(name as CaseStepKind) },
  })),
);
const choice: fc.Arbitrary<CaseChoice> = fc.record({
  kinds: fc.array(kind, { minLength: 12, maxLength: 12 }),
  at: fc.nat(),
  isBold: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  probe: fc.nat(),
});

export const caseHistories = (length: number): fc.Arbitrary<CaseChoice[]> =>
  fc.array(choice, { minLength: length, maxLength: length });

const step = (
  one: CaseStepKind,
  by: CasePerson,
  { request = 0, other = by }: Partial<CaseStep> = {},
): CaseStep => ({ kind: one, by, request, other });

/** Every history begins with the steps that detect the mutants. */
export const CASE_BEGINNING: readonly CaseStep[] = [
  ...[step('ask', 'ana'), step('ask', 'uma'), step('claim', 'sol'), step('open', 'sol')],
  ...[step('question', 'sol'), step('question', 'sol'), step('answer', 'ana')],
  ...[step('open', 'sol'), step('accept', 'sol'), step('write', 'ana')],
  step('writeInternal', 'sol'),
  ...[step('addLink', 'ana'), step('addTask', 'sol'), step('addLink', 'sol')],
  // An alliance returns the case. A tie that nothing reports only ends the rights, until the job returns the case.
  ...[step('ally', 'sol', { other: 'ana' }), step('passMinutes', 'ana')],
  step('endAlliance', 'sol', { other: 'ana' }),
  ...[step('claim', 'teo'), step('open', 'teo'), step('accept', 'teo'), step('write', 'sol')],
  ...[step('finishTask', 'teo'), step('addTask', 'teo')],
  ...[step('separate', 'teo', { other: 'ana' }), step('passMinutes', 'ana')],
  step('reconcile', 'teo', { other: 'ana' }),
  ...[step('passDays', 'ana'), step('claim', 'teo'), step('open', 'teo'), step('accept', 'teo')],
  step('exclude', 'ana', { other: 'teo' }),
  ...[step('claim', 'sol'), step('passMinutes', 'ana'), step('passMinutes', 'ana')],
  ...[step('claim', 'uma'), step('open', 'uma'), step('accept', 'uma'), step('takeDuty', 'uma')],
  ...[step('passDays', 'ana'), step('claim', 'sol'), step('open', 'sol'), step('accept', 'sol')],
  // The product refuses a claim of somebody who rests.
  ...[step('rest', 'sol'), step('passDays', 'ana'), step('claim', 'sol'), step('endRest', 'sol')],
  ...[step('claim', 'sol'), step('open', 'sol'), step('accept', 'sol'), step('suspend', 'sol')],
  ...[step('restore', 'sol'), step('giveDuty', 'uma'), step('passDays', 'ana')],
  ...[step('claim', 'sol'), step('open', 'sol'), step('accept', 'sol')],
  // After an end for conduct, the product refuses the supporter's claim of another request of that person.
  ...[step('closeForConduct', 'sol'), step('ask', 'ana', { request: 2 })],
  step('claim', 'sol', { request: 2 }),
  ...[step('claim', 'uma', { request: 2 }), step('open', 'uma', { request: 2 })],
  ...[step('accept', 'uma', { request: 2 }), step('passMonths', 'ana'), step('passMonths', 'ana')],
];
