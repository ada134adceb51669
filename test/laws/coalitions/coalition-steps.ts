import fc from 'fast-check';

/** The random steps of the laws of coalitions. */

/** Ste and Tea are stewards of groups, Spo is the spokesperson of an organisation. */
export const COALITION_PEOPLE = ['ste', 'tea', 'spo', 'ana', 'bea', 'eva'] as const;
export type CoalitionPerson = (typeof COALITION_PEOPLE)[number];
/** Two groups, of which the first is hidden, and an organisation. */
export const COALITION_PLACES = ['forest', 'tide', 'radio'] as const;
export type CoalitionPlace = (typeof COALITION_PLACES)[number];
export const OWNERS = { forest: 'ste', tide: 'tea', radio: 'spo' } as const;
/** The names that each participant can have in the coalition. Null is the own name of the group. */
export const CHOSEN_NAMES = {
  forest: ['Norte', 'Sierra'],
  tide: ['Marea', null],
  radio: ['Onda', 'Faro'],
} as const;
export const OWN_NAMES = { forest: 'Bosque', tide: 'Bahía Abierta', radio: 'Radio' } as const;

/** How often each kind of step is chosen. Those that end much are rare, so that much can happen in between. */
const WEIGHTS = {
  /** Acts of those who act for a participant. */
  forParticipant: {
    ...{ grant: 160, withdraw: 30, nameDelegate: 30, endDelegates: 10, renameParticipant: 10 },
    participantOut: 3,
  },
  /** Acts of the stewards of a group or the spokesperson of an organisation: `close` archives or ends it. */
  ofOwners: { expel: 6, close: 3, reopen: 60 },
  /** Acts of a person on their own place. */
  onOneself: {
    ...{
      accept: 300,
      decline: 40,
      show: 120,
      leave: 20,
      quit: 6,
      changeSourceName: 10,
      changeEntryName: 30,
    },
  },
  ofCoalitionStewards: { remove: 60, readmit: 60 },
  /** Acts that the test performs without a person. */
  bySystem: {
    ...{ enter: 60, participantIn: 60, suspend: 5, restore: 60, separate: 12, reconcile: 60 },
    archiveCoalition: 1,
  },
} as const;
type Weights = typeof WEIGHTS;
type StepKind = { [K in keyof Weights]: keyof Weights[K] }[keyof Weights];

export interface CoalitionStep {
  readonly kind: StepKind;
  readonly by: CoalitionPerson;
  readonly of: CoalitionPerson;
  readonly place: CoalitionPlace;
  readonly isSteward: boolean;
  /**
   * Whether the person takes a persona of the coalition; for `show`, whether they show the participant, and for
   * `decline`, whether they decline the grant or take that back.
   */
  readonly usesPersona: boolean;
  /** Whether the jobs of the step run before the product and the model are compared. */
  readonly isSettled: boolean;
  /** Whether the views are compared over HTTP after the step. Rights are compared after every step. */
  readonly isRead: boolean;
}

/** `refused` stands for FORBIDDEN and NOT_FOUND. */
export type CoalitionVerdict = 'OK' | 'refused' | 'TOO_MANY participant.tooManyNameChanges';

const who = fc.constantFrom(...COALITION_PEOPLE);
const others = fc.constantFrom<CoalitionPerson>('ana', 'bea', 'eva');
const details = {
  ...{ by: who, of: fc.oneof(who, others), place: fc.constantFrom(...COALITION_PLACES) },
  ...{ isSteward: fc.boolean(), usesPersona: fc.boolean(), isSettled: fc.boolean() },
  isRead: fc.boolean(),
};
const byOwner = (step: CoalitionStep) => ({ ...step, by: OWNERS[step.place] });
const byOneself = (step: CoalitionStep) => ({ ...step, by: step.of });
const byAny = (step: CoalitionStep) => step;
const ACTORS: Readonly<Record<keyof Weights, readonly (typeof byAny)[]>> = {
  forParticipant: [byOwner, byOwner, byAny],
  ofOwners: [byOwner],
  onOneself: [byOneself],
  ofCoalitionStewards: [byOwner, byAny],
  bySystem: [byAny],
};

const isOf = (group: keyof Weights, kind: StepKind) => kind in WEIGHTS[group];
/** Whether the test performs the step without a person. */
export const isBySystem = ({ kind }: CoalitionStep): boolean => isOf('bySystem', kind);

const randomStep: fc.Arbitrary<CoalitionStep> = fc.oneof(
  ...(Object.keys(WEIGHTS) as (keyof Weights)[]).flatMap((group) =>
    Object.entries<number>(WEIGHTS[group]).map(([kind, weight]) => ({
      weight,
      arbitrary: fc
        .tuple(fc.record({ kind: fc.constant(kind as StepKind), ...details }), fc.nat(5))
        .map(([step, at]) => ACTORS[group][at % ACTORS[group].length]!(step)),
    })),
  ),
);

/** Several random steps. The model chooses the first one that changes something, unless `isBold` keeps any. */
export interface Choice {
  readonly steps: readonly CoalitionStep[];
  readonly isBold: boolean;
}
const choice: fc.Arbitrary<Choice> = fc.record({
  steps: fc.array(randomStep, { minLength: 12, maxLength: 12 }),
  isBold: fc.integer({ min: 0, max: 3 }).map((at) => at === 0),
});
export const randomChoices = (length: number): fc.Arbitrary<Choice[]> =>
  fc.array(choice, { minLength: length, maxLength: length });

export const coalitionStep = (
  kind: CoalitionStep['kind'],
  place: CoalitionPlace,
  of: CoalitionPerson = OWNERS[place],
  more: Partial<CoalitionStep> = {},
): CoalitionStep => {
  const by = isOf('onOneself', kind) ? of : OWNERS[place];
  const details = { isSteward: false, usesPersona: false, isSettled: false, isRead: true };
  return { ...{ kind, place, of, by }, ...details, ...more };
};
const step = coalitionStep;

/** Every history begins with the steps that detect the mutants. */
const BEGINNING: readonly CoalitionStep[] = [
  ...[step('enter', 'forest', 'ana'), step('enter', 'tide', 'ana'), step('enter', 'forest', 'bea')],
  ...[step('grant', 'forest', 'ana'), step('grant', 'forest', 'bea'), step('grant', 'tide', 'ana')],
  step('grant', 'tide', 'tea', { by: 'ana' }),
  ...[step('accept', 'forest', 'ana', { usesPersona: true }), step('accept', 'tide', 'ana')],
  // A delegate of one participant gives no grant for another one.
  ...[step('nameDelegate', 'forest', 'ana'), step('grant', 'tide', 'tea', { by: 'ana' })],
  ...[step('nameDelegate', 'forest', 'bea', { isSteward: true }), step('leave', 'forest', 'ana')],
  ...[step('accept', 'forest', 'ana'), step('withdraw', 'forest', 'ana')],
  ...[step('accept', 'tide', 'ana', { usesPersona: true })],
  ...[step('separate', 'forest', 'bea', { by: 'ana' }), step('accept', 'forest', 'bea')],
  ...[step('reconcile', 'forest', 'bea', { by: 'ana' }), step('accept', 'forest', 'bea')],
  // A grant ends with the name for which it was given, and what a person showed with the name in the coalition.
  ...[step('show', 'tide', 'ana', { usesPersona: true }), step('changeEntryName', 'tide', 'ana')],
  ...[step('grant', 'forest', 'ana'), step('accept', 'forest', 'ana')],
  ...[step('changeSourceName', 'tide', 'ana'), step('quit', 'forest', 'ana')],
  // Participants that end do not return.
  ...[step('participantOut', 'forest'), step('participantIn', 'forest')],
  ...[step('grant', 'tide', 'tea'), step('decline', 'tide', 'tea', { usesPersona: true })],
  ...[step('accept', 'tide', 'tea'), step('show', 'tide', 'tea', { usesPersona: true })],
  ...[step('renameParticipant', 'tide')],
  ...[step('close', 'tide', 'tea', { isSettled: true }), step('reopen', 'tide')],
  ...[step('grant', 'radio', 'spo'), step('accept', 'radio', 'spo'), step('close', 'radio', 'spo')],
  ...[step('reopen', 'radio', 'spo'), step('participantIn', 'tide')],
];
export const coalitionHistories = (length: number): fc.Arbitrary<Choice[]> =>
  randomChoices(length).map((random) => [
    ...[...BEGINNING].map((one) => ({ steps: [one], isBold: true })),
    ...[...random, { steps: [step('archiveCoalition', 'tide')], isBold: true }],
  ]);

/** The steps in short, for the report of a difference. */
export const historyOf = (steps: readonly CoalitionStep[]): string =>
  steps
    .map(({ kind, by, of, place, isSteward, usesPersona, isSettled }) =>
      [
        ...[by, kind, of === by ? '' : of, place, isSteward && 'steward'],
        ...[usesPersona && 'persona', isSettled && 'settled'],
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n');
