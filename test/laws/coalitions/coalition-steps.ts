import fc from 'fast-check';

/** The random steps of the law of coalitions. */

/** Ste and Tea are stewards of groups, Spo is the spokesperson of an organisation. */
export const COALITION_PEOPLE = ['ste', 'tea', 'spo', 'ana', 'bea', 'eva'] as const;
export type CoalitionPerson = (typeof COALITION_PEOPLE)[number];
/** Two groups, of which the first is hidden, and an organisation. */
export const COALITION_PLACES = ['forest', 'tide', 'radio'] as const;
export type CoalitionPlace = (typeof COALITION_PLACES)[number];
export const OWNERS = { forest: 'ste', tide: 'tea', radio: 'spo' } as const;
/** The names of the participants in the coalition. */
export const PLACE_NAMES = { forest: 'Norte', tide: 'Marea', radio: 'Onda' } as const;

/** Acts of those who act for a participant. */
const FOR_PARTICIPANT = [
  ...['grant', 'grant', 'grant', 'withdraw', 'nameDelegate', 'endDelegates'],
  'participantOut',
] as const;
/** Acts of a person on their own place. */
const ON_ONESELF = [
  ...(['accept', 'accept', 'accept', 'decline', 'show', 'leave', 'quit'] as const),
  ...(['changeSourceName', 'changeEntryName'] as const),
] as const;
const OF_STEWARDS = ['remove', 'readmit'] as const;
/** Acts that the test performs through services. */
const BY_SYSTEM = [
  ...(['enter', 'enter', 'participantIn', 'suspend', 'restore', 'restore'] as const),
  ...(['separate', 'reconcile', 'reconcile'] as const),
] as const;

export interface CoalitionStep {
  readonly kind:
    | 'grant'
    | 'withdraw'
    | 'nameDelegate'
    | 'endDelegates'
    | 'participantOut'
    | (typeof ON_ONESELF | typeof OF_STEWARDS | typeof BY_SYSTEM)[number];
  readonly by: CoalitionPerson;
  readonly of: CoalitionPerson;
  readonly place: CoalitionPlace;
  readonly isSteward: boolean;
  /**
   * Whether the person takes a persona of the coalition; for `show`, whether they show the participant, and for
   * `decline`, whether they decline the grant or take that back.
   */
  readonly usesPersona: boolean;
}

/** `refused` stands for FORBIDDEN and NOT_FOUND. */
export type CoalitionVerdict = 'OK' | 'refused';

const who = fc.constantFrom(...COALITION_PEOPLE);
const others = fc.constantFrom<CoalitionPerson>('ana', 'bea', 'eva');
const details = {
  ...{ by: who, of: fc.oneof(who, others), place: fc.constantFrom(...COALITION_PLACES) },
  ...{ isSteward: fc.boolean(), usesPersona: fc.boolean() },
};
const stepOf = (kinds: readonly CoalitionStep['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), ...details });

const random: fc.Arbitrary<CoalitionStep> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc
      .record({ step: stepOf(FOR_PARTICIPANT as never), isOwner: fc.integer({ min: 0, max: 9 }) })
      .map(({ step, isOwner }) => (isOwner < 8 ? { ...step, by: OWNERS[step.place] } : step)),
  },
  {
    weight: 8,
    arbitrary: stepOf(ON_ONESELF).map((step) => ({ ...step, by: step.of })),
  },
  {
    weight: 1,
    arbitrary: stepOf(OF_STEWARDS).map((step) => ({ ...step, by: OWNERS[step.place] })),
  },
  { weight: 5, arbitrary: stepOf(BY_SYSTEM) },
);

const step = (
  kind: CoalitionStep['kind'],
  place: CoalitionPlace,
  of: CoalitionPerson,
  more: Partial<CoalitionStep> = {},
): CoalitionStep => {
  const by = (ON_ONESELF as readonly string[]).includes(kind) ? of : OWNERS[place];
  return { ...{ kind, place, of, by, isSteward: false, usesPersona: false }, ...more };
};

/** Every history begins with the steps that detect the mutants. */
const BEGINNING: readonly CoalitionStep[] = [
  ...[step('enter', 'forest', 'ana'), step('enter', 'tide', 'ana'), step('enter', 'forest', 'bea')],
  ...[step('grant', 'forest', 'ana'), step('grant', 'forest', 'bea'), step('grant', 'tide', 'ana')],
  ...[step('accept', 'forest', 'ana', { usesPersona: true }), step('accept', 'tide', 'ana')],
  ...[step('nameDelegate', 'forest', 'bea', { isSteward: true }), step('leave', 'forest', 'ana')],
  ...[step('accept', 'forest', 'ana'), step('withdraw', 'forest', 'ana')],
  ...[step('accept', 'tide', 'ana', { usesPersona: true })],
  ...[step('separate', 'forest', 'bea', { by: 'ana' }), step('accept', 'forest', 'bea')],
  ...[step('reconcile', 'forest', 'bea', { by: 'ana' }), step('accept', 'forest', 'bea')],
  ...[step('show', 'tide', 'ana', { usesPersona: true }), step('participantOut', 'forest', 'ste')],
  ...[step('participantIn', 'forest', 'ste'), step('grant', 'tide', 'tea')],
  step('decline', 'tide', 'tea', { usesPersona: true }),
];
export const randomCoalitionSteps = fc
  .array(random, { minLength: 20, maxLength: 40 })
  .map((steps) => [...BEGINNING, ...steps]);
