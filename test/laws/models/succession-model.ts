import fc from 'fast-check';

/*
 * The model of the search for a steward in one group. Days are whole: the clock of the tests moves by days, and real
 * time passes in between, so a deadline is over as soon as the model's day reaches it.
 */

/** In the order in which members are asked: the facilitator, then by seniority. `ste` and `two` are stewards. */
export const SUCCESSION_PEOPLE = ['ste', 'two', 'fac', 'ana', 'ben', 'cai'] as const;
export type SuccessionPerson = (typeof SUCCESSION_PEOPLE)[number];

/** `flicker` restores and suspends before the first of the two is settled. */
const ON_PEOPLE = ['suspend', 'restore', 'flicker', 'leave', 'unarchive'] as const;
/** `race` accepts while a suspended steward is restored. */
const ANSWERS = ['accept', 'accept', 'decline', 'race'] as const;
/** `pass` runs the hourly job, `wait` does not. */
const TIME = ['pass', 'wait'] as const;

export interface SuccessionStep {
  readonly kind: (typeof ON_PEOPLE | typeof ANSWERS | typeof TIME)[number];
  readonly of: SuccessionPerson;
  readonly days: number;
}

const who = fc.constantFrom(...SUCCESSION_PEOPLE);
const steps: fc.Arbitrary<SuccessionStep[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ON_PEOPLE, 'suspend' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...ANSWERS) },
      { weight: 4, arbitrary: fc.constantFrom(...TIME, 'pass' as const) },
    ),
    of: fc.oneof(who, fc.constantFrom<SuccessionPerson>('ste', 'fac')),
    days: fc.constantFrom(1, 3, 7, 7, 14, 14, 30),
  }),
  { minLength: 15, maxLength: 35 },
);
const step = (kind: SuccessionStep['kind'], of: SuccessionPerson, days = 0): SuccessionStep => ({
  ...{ kind, of, days },
});
/** Every history begins with the steps that detect the mutants. */
const BEGINNING: readonly SuccessionStep[] = [
  ...[step('leave', 'two'), step('suspend', 'ste'), step('pass', 'ste', 14)],
  step('flicker', 'ste'),
  ...[step('pass', 'ste', 14), step('pass', 'ste', 1)],
  ...[step('suspend', 'cai'), step('restore', 'cai')],
  ...[step('pass', 'ste', 30), step('pass', 'ste', 30), step('restore', 'ste')],
  ...[step('unarchive', 'ste'), step('suspend', 'ste'), step('pass', 'ste', 14)],
  ...[step('decline', 'fac'), step('wait', 'ste', 7), step('accept', 'ana')],
  ...[step('pass', 'ste'), step('restore', 'ste'), step('accept', 'ben'), step('suspend', 'ana')],
  ...[step('suspend', 'ste'), step('pass', 'ste', 7), step('pass', 'ste', 7)],
  ...[step('pass', 'ste', 7), step('pass', 'ste', 7)],
];
export const randomSuccessionSteps = steps.map((random) => [...BEGINNING, ...random]);

interface Place {
  isSteward: boolean;
  isIn: boolean;
  isSuspended: boolean;
}
interface Waiting {
  readonly of: SuccessionPerson;
  readonly until: number;
}

export class SuccessionModel {
  private day = 0;
  private vacantSince: number | null = null;
  private firstAskedOn: number | null = null;
  private asked = new Set<SuccessionPerson>();
  private waiting: Waiting | null = null;
  private archivedOn: number | null = null;
  readonly places = Object.fromEntries(
    SUCCESSION_PEOPLE.map((name) => [
      name,
      { isIn: true, isSuspended: false, isSteward: name === 'ste' || name === 'two' },
    ]),
  ) as Record<SuccessionPerson, Place>;

  isActive(name: SuccessionPerson): boolean {
    const { isIn, isSuspended } = this.places[name];
    return isIn && !isSuspended;
  }

  /** The person who can accept now. */
  get open(): SuccessionPerson | null {
    if (!this.waiting || this.waiting.until <= this.day || this.isHeld) return null;
    return this.isActive(this.waiting.of) ? this.waiting.of : null;
  }

  get isArchived(): boolean {
    return this.archivedOn !== null;
  }

  /** A group that lists a steward does not learn of the search, which would disclose the suspension. */
  get seeksSteward(): boolean {
    return this.isSearching && !SUCCESSION_PEOPLE.some((name) => this.listsAsSteward(name));
  }

  private get isSearching(): boolean {
    return !this.isArchived && this.vacantSince !== null && this.day >= this.vacantSince + 14;
  }

  /** Whether another person in the group is a steward, suspended or not. */
  hasStewardBesides(name: SuccessionPerson): boolean {
    return SUCCESSION_PEOPLE.some((other) => other !== name && this.listsAsSteward(other));
  }

  private listsAsSteward(name: SuccessionPerson): boolean {
    return this.places[name].isIn && this.places[name].isSteward;
  }

  isRefused({ kind, of }: SuccessionStep): boolean {
    if (kind === 'accept' || kind === 'decline') return this.open !== of;
    if (kind === 'unarchive') return !this.holds(of) || !this.mayUnarchive;
    return kind === 'leave' && !this.isActive(of);
  }

  take({ kind, of, days }: SuccessionStep): void {
    const place = this.places[of];
    const isNoticed = kind !== 'wait' && (kind === 'pass' || place.isIn);
    if (kind === 'wait' || kind === 'pass') this.day += days;
    if (kind === 'flicker') {
      place.isSuspended = false;
      this.updateVacancy();
      place.isSuspended = true;
    }
    if (kind === 'suspend' || kind === 'restore') place.isSuspended = kind === 'suspend';
    if (kind === 'leave') place.isIn = false;
    if (kind === 'unarchive') this.archivedOn = null;
    if (kind === 'accept') place.isSteward = true;
    if (kind === 'decline') this.waiting = null;
    this.updateVacancy();
    if (isNoticed) this.settle();
  }

  private get mayUnarchive(): boolean {
    return this.archivedOn !== null && this.day < this.archivedOn + 30;
  }

  private get isHeld(): boolean {
    return SUCCESSION_PEOPLE.some((name) => this.holds(name));
  }

  private holds(name: SuccessionPerson): boolean {
    return this.places[name].isSteward && this.isActive(name);
  }

  private updateVacancy(): void {
    if (this.isHeld) this.vacantSince = null;
    else this.vacantSince ??= this.day;
    if (this.vacantSince !== null) return;
    this.firstAskedOn = this.waiting = null;
    this.asked = new Set();
  }

  private settle(): void {
    if (this.vacantSince === null || !this.isSearching || this.open) return;
    this.waiting = null;
    const end = (this.firstAskedOn ?? this.vacantSince + 14) + 60;
    const next = SUCCESSION_PEOPLE.find(
      (name) => this.isActive(name) && !this.places[name].isSteward && !this.asked.has(name),
    );
    if (this.day >= end) this.archivedOn = this.day;
    if (this.isArchived || !next) return;
    this.firstAskedOn ??= this.day;
    this.asked.add(next);
    this.waiting = { of: next, until: Math.min(this.day + 7, end) };
  }
}
