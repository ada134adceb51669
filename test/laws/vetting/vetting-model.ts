import { DAY, MINUTE } from '#kernel/clock.js';
import {
  type VettingAct,
  type Recommendation,
  MEMBER_NUMBERS,
  ON_PROBATION,
  PROBATION_LEFT_MS,
  JOINED_THROUGH,
  type TieKind,
  REVIEWER_NUMBERS,
} from './vetting-acts.js';

interface ModelReview {
  readonly by: number;
  readonly round: number;
  says: Recommendation;
  version: number;
  confirmedAt: number;
}
interface ModelVouch {
  readonly by: number;
  readonly at: number;
  isWithdrawn: boolean;
  /** Whether the vouch counts for this application. A second vouch of the same person does not count. */
  isHere: boolean;
}
type Stage =
  'submitted' | 'inReview' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'appealed';

/** All facts on which rules R1 and R3 depend, after a history. */
export interface VettingFacts {
  now: number;
  stage: Stage;
  round: number;
  version: number;
  submittedAt: number;
  decidedAt: number;
  isMember: boolean;
  isAnswerDue: boolean;
  needed: number;
  noted: Set<number>;
  claims: Map<number, number>;
  reviews: ModelReview[];
  vouches: ModelVouch[];
  ties: Map<number, Set<TieKind | 'declared'>>;
  suspended: Set<number>;
  probation: Map<number, number>;
  vetting: Set<number>;
  decisions: { round: number; says: Recommendation; at: number; isOfThis: boolean }[];
}

const REVIEW_LASTS = 14 * DAY;
const OPEN: readonly Stage[] = ['submitted', 'inReview', 'asked', 'appealed'];

/** Independent second implementation of the admission rules, which the law compares with the product. */
export class VettingModel {
  constructor(
    readonly facts: VettingFacts = {
      ...({ now: 0, stage: 'submitted', round: 1, version: 0, submittedAt: 0 } as const),
      ...{ decidedAt: 0, isMember: false, isAnswerDue: false, needed: 2, noted: new Set() },
      ...{ claims: new Map(), reviews: [], vouches: [], ties: new Map(), suspended: new Set() },
      ...{ vetting: new Set<number>(REVIEWER_NUMBERS), decisions: [] },
      probation: new Map([[ON_PROBATION, PROBATION_LEFT_MS]]),
    },
  ) {}

  copy(): this {
    return new VettingModel(structuredClone(this.facts)) as this;
  }

  get isOpen(): boolean {
    return OPEN.includes(this.facts.stage);
  }

  isTied(who: number): boolean {
    const { ties, vouches, reviews, round } = this.facts;
    if ((ties.get(who)?.size ?? 0) > 0) return true;
    if (vouches.some((one) => one.by === who && one.isHere)) return true;
    return reviews.some((one) => one.by === who && one.round < round);
  }

  /**
   * Whether the reviewer may see the application in the queue: the reviewer has the duty now and no conflict of
   * interest.
   */
  mayTakePart(who: number): boolean {
    const { vetting, suspended } = this.facts;
    return this.isOpen && vetting.has(who) && !suspended.has(who) && !this.isTied(who);
  }

  isAssigned(who: number): boolean {
    return this.isOpen && (this.facts.claims.has(who) || this.ownReview(who) !== undefined);
  }

  mayRead(who: number): boolean {
    return this.isAssigned(who) && this.mayTakePart(who);
  }

  ownReview(who: number): ModelReview | undefined {
    return this.facts.reviews.find((one) => one.by === who && one.round === this.facts.round);
  }

  /**
   * Returns the reviews that count: of this round, at most 14 days old, and by current reviewers without a conflict of
   * interest.
   */
  counting(): ModelReview[] {
    const { reviews, round, now, vetting, suspended } = this.facts;
    return reviews.filter(
      ({ by, confirmedAt, round: of }) =>
        of === round &&
        confirmedAt > now - REVIEW_LASTS &&
        vetting.has(by) &&
        !suspended.has(by) &&
        !this.isTied(by),
    );
  }

  current(): ModelReview[] {
    return this.counting().filter((review) => review.version === this.facts.version);
  }

  agreed(): Recommendation | undefined {
    const [yes, no] = (['accept', 'decline'] as const).map(
      (what) => new Set(this.current().flatMap(({ by, says }) => (says === what ? [by] : []))).size,
    ) as [number, number];
    if (yes >= 2 && yes > no) return 'accept';
    return no >= 2 && no > yes ? 'decline' : undefined;
  }

  /**
   * Whether there are enough vouches. They must come from members past probation, and no voucher may have joined
   * through another voucher.
   */
  hasVouches(): boolean {
    const good = [...new Set(this.standingVouches().map(({ by }) => by))];
    const linked = (some: readonly number[]) =>
      JOINED_THROUGH.some(({ who, through }) => some.includes(who) && some.includes(through));
    const groups = (from: readonly number[], size: number): number[][] =>
      size === 0
        ? [[]]
        : from.flatMap((one, at) =>
            groups(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]),
          );
    return groups(good, this.facts.needed).some((some) => !linked(some));
  }

  private standingVouches(): ModelVouch[] {
    const { vouches, submittedAt, suspended } = this.facts;
    return vouches.filter(
      ({ by, at, isWithdrawn, isHere }) =>
        isHere &&
        !isWithdrawn &&
        at >= submittedAt &&
        !suspended.has(by) &&
        !this.isOnProbation(by),
    );
  }

  isOnProbation(who: number): boolean {
    return this.facts.now < (this.facts.probation.get(who) ?? 0);
  }

  /** The state label that the desk shows. */
  state(): string {
    const { stage, round, noted } = this.facts;
    if (!this.isOpen) return 'decided';
    if (stage === 'asked') return 'waitsForApplicant';
    const written = this.counting().length;
    if (written === 0) return round > 1 ? 'appealed' : 'new';
    if (written === 1) return 'secondView';
    if (this.agreed()) return 'agreed';
    if (this.current().length < 2) return 'lookAgain';
    return noted.has(round) ? 'discussion' : 'thirdView';
  }

  /**
   * Whether a place for the reviewer is free. There are two places, or one more than the number of disagreeing reviews.
   * Claims and counting reviews take places.
   */
  hasSeatFor(who: number): boolean {
    const reading = [...this.facts.claims.keys()].filter((one) => !this.isTied(one));
    const taken = new Set([...reading, ...this.counting().map(({ by }) => by)]);
    taken.delete(who);
    const written = this.current().length;
    return taken.size < (written >= 2 && !this.agreed() ? written + 1 : 2);
  }

  /** Deletes expired claims, as the product does before each action at the desk. */
  endClaims(): void {
    for (const [who, endsAt] of this.facts.claims) {
      if (endsAt <= this.facts.now) this.facts.claims.delete(who);
    }
  }

  /** Deletes the claims of reviewers who may no longer read the application. */
  closeClaims(): void {
    for (const who of this.facts.claims.keys()) {
      if (!this.mayRead(who)) this.facts.claims.delete(who);
    }
  }

  renew(who: number): void {
    this.facts.claims.set(who, this.facts.now + 30 * MINUTE);
  }

  /** Destroys the reviews, but keeps the vouches. */
  destroy(): void {
    Object.assign(this.facts, { reviews: [], isAnswerDue: false });
    this.facts.claims.clear();
    this.facts.noted.clear();
  }

  /** Whether the test performs the act at all. Most acts that the product would surely refuse are skipped. */
  isWorthIt(act: VettingAct): boolean {
    const { facts } = this;
    if (facts.isMember) return false;
    if (act.op === 'takeBack') return this.vouchOf(act.who) !== undefined;
    if (act.op === 'untie') return facts.ties.get(act.who)?.has(act.kind) === true;
    if (act.op === 'tie') return facts.ties.get(act.who)?.has(act.kind) !== true;
    if (act.op === 'probation') return !this.isOnProbation(act.who);
    if (act.op === 'suspend') return !facts.suspended.has(act.who);
    if (act.op === 'restore') return facts.suspended.has(act.who);
    if (act.op === 'loseDuty') return facts.vetting.has(act.who);
    if (act.op === 'gainDuty') return !facts.vetting.has(act.who);
    // A reviewer with a review and a conflict of interest may get either of two reasons when they vouch, so the test
    // does not try it.
    return act.op !== 'vouch' || !(this.isAssigned(act.who) && !this.mayRead(act.who));
  }

  /** Whether the act would succeed without changing anything relevant. */
  isRepeat(act: VettingAct): boolean {
    if (act.op === 'vouch') return this.vouchOf(act.who) !== undefined;
    if (act.op === 'claim') return this.facts.claims.has(act.who);
    return act.op === 'change' && this.ownReview(act.who)?.version === this.facts.version;
  }

  /** Returns the vouch that the member could withdraw. */
  vouchOf(who: number): ModelVouch | undefined {
    return this.facts.vouches.findLast((one) => one.by === who && one.isHere && !one.isWithdrawn);
  }

  givenBy(who: number): ModelVouch[] {
    return this.facts.vouches.filter((one) => one.by === who);
  }

  isMemberNow(who: number): boolean {
    return (
      [...REVIEWER_NUMBERS, ...MEMBER_NUMBERS].includes(who as never) &&
      !this.facts.suspended.has(who)
    );
  }
}
