import { isItemStep, isLinkStep, type ItemStepKind } from './case-items.js';
import {
  ASKERS,
  CASE_PEOPLE,
  type CaseChoice,
  type CasePerson,
  type CaseStep,
  type CaseStepKind,
  ON_REQUESTS,
} from './case-steps.js';
import {
  type CaseRequest,
  CaseState,
  DAY,
  isSupporter,
  MAX_OPEN,
  OPEN,
  pairOf,
  PASSING_MINUTES,
} from './case-state.js';

const MAX_CLAIMS = 3;
const MAX_QUESTIONS = 5;
const MAX_URGENT = 2;
/** More requests than this make no new states. */
const MAX_REQUESTS = 7;
/** Within this time, the claim of a supporter who gave a request back may be refused. The law leaves it out. */
const TURN_OF_OTHERS = DAY;

/** The state with the steps that change it. */
export class CaseModel extends CaseState {
  /** Chooses a step that is possible now; a bold one may be impossible. */
  choose({ kinds, at, isBold }: CaseChoice): CaseStep {
    for (const kind of kinds) {
      const steps = this.stepsOf(kind).filter((step) => this.isPlayed(step));
      const fit = isBold ? steps : steps.filter((step) => this.isPossible(step));
      const chosen = fit[at % fit.length];
      if (chosen) return chosen;
    }
    return { kind: 'passMinutes', by: 'ana', request: 0, other: 'ana' };
  }

  private stepsOf(kind: CaseStepKind): CaseStep[] {
    const numbers = ON_REQUESTS.includes(kind) ? [...this.requests.keys()] : [0];
    const hasOther = WITH_ANOTHER.includes(kind);
    return CASE_PEOPLE.flatMap((by) =>
      numbers.flatMap((request) =>
        (hasOther ? CASE_PEOPLE : [by]).map((other) => ({ kind, by, request, other })),
      ),
    );
  }

  /** Whether the law performs the step: not those whose outcome depends on working hours or on limits. */
  private isPlayed({ kind, by, request: number, other }: CaseStep): boolean {
    const request = this.requests.get(number);
    if (kind === 'exclude' || kind === 'include') return isSupporter(other);
    if (kind === 'ask' || kind === 'askUrgently') {
      return (ASKERS as readonly CasePerson[]).includes(by) && this.requests.size < MAX_REQUESTS;
    }
    if (isItemStep(kind)) return request!.items.isPlayed(kind);
    if (isBySystem(kind)) return this.isPossible({ kind, by, request: number, other });
    if (kind !== 'claim') return true;
    const ended = request!.endedAt.get(by);
    const held = [...this.requests.values()].filter(({ holder }) => holder === by);
    if (request!.holder === by) return false;
    if (ended !== undefined && ended > this.now - TURN_OF_OTHERS) return false;
    if (held.filter(({ stage }) => stage === 'claimed').length >= MAX_CLAIMS) return false;
    return !request!.isUrgent || held.filter(({ isUrgent }) => isUrgent).length < MAX_URGENT;
  }

  /** Whether the product does the step; it refuses any other. */
  // oxlint-disable-next-line complexity -- one line for each kind of step
  isPossible({ kind, by, request: number, other }: CaseStep): boolean {
    const request = this.requests.get(number);
    if (isItemStep(kind)) return this.mayChangeItems(kind, by, request!);
    const own = request?.requester === by;
    const isOpen = request !== undefined && OPEN.includes(request.stage);
    const holds = this.holds(by, number);
    switch (kind) {
      case 'ask':
      case 'askUrgently':
        return !this.suspended.has(by) && this.someSupport() && this.openOf(by) < MAX_OPEN;
      case 'withdraw':
      case 'exclude':
      case 'include':
        return own && isOpen;
      case 'delete':
        return own;
      case 'reopen':
        return own && this.isReopenable(request!);
      case 'claim':
        return this.seesInQueue(by, number) && !this.isTired(by, request!);
      case 'open':
        return holds;
      case 'question':
        return holds && this.mayBeAsked(request!);
      case 'answer':
        return own && !isAccepted(request!) && isOpen && request!.questions.at(-1) === false;
      case 'accept':
      case 'decline':
      case 'declineForConduct':
        return holds && request!.stage === 'claimed' && request!.isOpened;
      case 'release':
        return holds;
      case 'close':
      case 'closeForConduct':
        return holds && request!.stage === 'accepted';
      case 'keepOpen':
        return (own || holds) && request!.stage === 'accepted';
      case 'write':
        return this.readsThread(by, number, 'requester') && isOpen;
      case 'writeInternal':
        return this.readsThread(by, number, 'internal');
      case 'rest':
      case 'endRest':
        return this.supports(by);
      case 'ally':
        return isSupporter(by) && by !== other && !this.allied.has(pairOf(by, other));
      case 'endAlliance':
        return this.allied.has(pairOf(by, other));
      case 'separate':
        return isSupporter(by) && by !== other && !this.separated.has(pairOf(by, other));
      case 'reconcile':
        return this.separated.has(pairOf(by, other));
      case 'takeDuty':
        return isSupporter(by) && !this.withoutDuty.has(by);
      case 'giveDuty':
        return isSupporter(by) && this.withoutDuty.has(by);
      case 'suspend':
        return !this.suspended.has(by);
      case 'restore':
        return this.suspended.has(by);
      default:
        return by === 'ana';
    }
  }

  private mayBeAsked({ stage, isOpened, isOnHold, questions }: CaseRequest): boolean {
    return stage === 'claimed' && isOpened && !isOnHold && questions.length < MAX_QUESTIONS;
  }

  private mayChangeItems(kind: ItemStepKind, by: CasePerson, request: CaseRequest): boolean {
    const { number, stage, requester, items } = request;
    const shares = isLinkStep(kind) && stage === 'accepted' && requester === by;
    return (shares || this.readsTasks(by, number)) && items.isThere(kind);
  }

  /** Does a step that is possible. */
  // oxlint-disable-next-line complexity -- one line for each kind of step
  take({ kind, by, request: number, other }: CaseStep): void {
    const request = this.requests.get(number)!;
    if (isItemStep(kind)) {
      request.items.take(kind, by);
      return this.markActive(request);
    }
    switch (kind) {
      case 'ask':
      case 'askUrgently':
        return this.ask(by, kind === 'askUrgently');
      case 'withdraw':
        return this.end(request, 'withdrawn');
      case 'delete':
        return void this.requests.delete(number);
      case 'reopen':
        return this.reopen(request);
      case 'exclude':
        if (request.excluded.has(other)) return;
        request.excluded.add(other);
        return this.afterExclusions(request);
      case 'include':
        if (request.excluded.delete(other)) this.afterExclusions(request);
        return;
      case 'claim':
        return this.claim(request, by);
      case 'open':
        return void (request.isOpened = true);
      case 'question':
        return this.askRequester(request);
      case 'answer':
        return this.answer(request);
      case 'accept':
        Object.assign(request, { stage: 'accepted', hasThreads: true, isOnHold: false });
        return this.markActive(request);
      case 'decline':
        return this.end(request, 'declined');
      case 'declineForConduct':
      case 'closeForConduct':
        this.conduct.add(`${by} ${request.requester}`);
        if (kind === 'declineForConduct') return this.end(request, 'declined');
        return this.close(request, true);
      case 'close':
        return this.close(request, false);
      case 'release':
        return this.returnToQueue(request);
      case 'keepOpen':
        return this.markActive(request);
      case 'rest':
        if (!this.resting.has(by)) this.returnAll(by);
        return void this.resting.add(by);
      case 'endRest':
        this.urgentRestEndsAt.delete(by);
        return void this.resting.delete(by);
      case 'ally':
        this.allied.add(pairOf(by, other));
        return this.returnUnreadable([by, other]);
      case 'endAlliance':
        return void this.allied.delete(pairOf(by, other));
      case 'separate':
        return void this.separated.add(pairOf(by, other));
      case 'reconcile':
        return void this.separated.delete(pairOf(by, other));
      case 'takeDuty':
        this.withoutDuty.add(by);
        return this.returnAll(by);
      case 'giveDuty':
        return void this.withoutDuty.delete(by);
      case 'suspend':
        this.suspended.add(by);
        return this.returnAll(by);
      case 'restore':
        return void this.suspended.delete(by);
      case 'write':
      case 'writeInternal':
        return;
      default:
        return this.pass(PASSING_MINUTES[kind]);
    }
  }
}

const isAccepted = ({ stage }: CaseRequest): boolean => stage === 'accepted';

const WITH_ANOTHER: readonly CaseStepKind[] = [
  ...(['exclude', 'include', 'ally', 'endAlliance', 'separate', 'reconcile'] as const),
];
const BY_SYSTEM: readonly CaseStepKind[] = [
  ...(['ally', 'endAlliance', 'separate', 'reconcile'] as const),
  ...(['takeDuty', 'giveDuty', 'suspend', 'restore'] as const),
  ...(['passMinutes', 'passDays', 'passMonths'] as const),
];
/** Whether the law performs the step without a person; the product refuses none of them. */
export const isBySystem = (kind: CaseStepKind): boolean => BY_SYSTEM.includes(kind);
