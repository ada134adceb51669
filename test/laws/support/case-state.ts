import { CaseItems } from './case-items.js';
import { CASE_PEOPLE, CASE_SUPPORTERS, type CasePerson } from './case-steps.js';

/*
 * The model of requests for support and cases: who reads and changes what. Times are whole minutes: the clock of the
 * tests moves by minutes, and real time passes in between, so a period is over as soon as the model's clock reaches its
 * end.
 */

export const DAY = 24 * 60;
export const PASSING_MINUTES = {
  passMinutes: 20,
  passDays: 2 * DAY,
  passMonths: 95 * DAY,
} as const;
const CLAIM = 30;
/** How long a claim lasts while its requester is asked, and after the answer: a working day, each day being one. */
const QUESTION = 7 * DAY;
const URGENT_QUESTION = DAY;
const AFTER_ANSWER = DAY;
const URGENT_REST = DAY;
const REOPENING = 30 * DAY;
const SILENCE = 90 * DAY;
const NOTICE = 30 * DAY;
const RETENTION = 90 * DAY;
export const MAX_OPEN = 3;

type Stage = 'waiting' | 'claimed' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
export const OPEN: readonly Stage[] = ['waiting', 'claimed', 'accepted'];
export type ThreadName = 'requester' | 'internal';

export interface CaseRequest {
  readonly number: number;
  readonly requester: CasePerson;
  readonly isUrgent: boolean;
  stage: Stage;
  holder: CasePerson | null;
  /** Whether the holder opened the content since the assignment began. */
  isOpened: boolean;
  claimEndsAt: number;
  /** Whether each question to the requester is answered. */
  readonly questions: boolean[];
  /** Whether the time to answer is on hold, because the requester is asked. */
  isOnHold: boolean;
  activeAt: number;
  silenceToldAt: number | null;
  closedAt: number | null;
  isForConduct: boolean;
  isReopened: boolean;
  /** Whether it was ever accepted; the first acceptance makes its threads. */
  hasThreads: boolean;
  last: CasePerson | null;
  readonly endedAt: Map<CasePerson, number>;
  readonly excluded: Set<CasePerson>;
  readonly items: CaseItems<CasePerson>;
}

export const pairOf = (one: CasePerson, other: CasePerson): string =>
  [one, other].toSorted().join('-');
export const isSupporter = (who: CasePerson): boolean =>
  (CASE_SUPPORTERS as readonly CasePerson[]).includes(who);

export class CaseState {
  protected now = 0;
  private asked = 0;
  readonly requests = new Map<number, CaseRequest>();
  protected readonly suspended = new Set<CasePerson>();
  protected readonly withoutDuty = new Set<CasePerson>(
    CASE_PEOPLE.filter((who) => !isSupporter(who)),
  );
  protected readonly allied = new Set<string>();
  protected readonly separated = new Set<string>();
  protected readonly resting = new Set<CasePerson>();
  protected readonly urgentRestEndsAt = new Map<CasePerson, number>();
  /** Pairs of a supporter and a requester whose case or request the supporter ended for conduct. */
  protected readonly conduct = new Set<string>();

  isSuspended(who: CasePerson): boolean {
    return this.suspended.has(who);
  }

  /** Whether somebody has the duty and the standing to support. */
  supports(who: CasePerson): boolean {
    return !this.withoutDuty.has(who) && !this.suspended.has(who);
  }

  isRequester(who: CasePerson, number: number): boolean {
    return this.requests.get(number)?.requester === who;
  }

  /** Whether somebody reads the content as the supporter who claimed the request or has the case. */
  holds(who: CasePerson, number: number): boolean {
    const request = this.requests.get(number);
    return request?.holder === who && this.mayTake(who, request);
  }

  seesInQueue(who: CasePerson, number: number): boolean {
    const request = this.requests.get(number);
    return request?.stage === 'waiting' && this.mayTake(who, request);
  }

  readsThread(who: CasePerson, number: number, thread: ThreadName): boolean {
    const request = this.requests.get(number);
    if (!request?.hasThreads) return false;
    if (thread === 'requester' && request.requester === who) return true;
    return request.stage === 'accepted' && this.holds(who, number);
  }

  readsTasks(who: CasePerson, number: number): boolean {
    return this.requests.get(number)?.stage === 'accepted' && this.holds(who, number);
  }

  /** The requester reads the links also when nobody works on the case. */
  readsLinks(who: CasePerson, number: number): boolean {
    return this.isRequester(who, number) || this.readsTasks(who, number);
  }

  /** The actions of the requester that the law compares. */
  actionsOfRequester(number: number): string[] {
    const { stage, requester } = this.requests.get(number)!;
    return [
      'delete',
      ...(OPEN.includes(stage) ? ['changeContact', 'exclude', 'withdraw'] : []),
      ...(stage === 'waiting' || stage === 'claimed' ? ['answerQuestion'] : []),
      ...(stage === 'accepted' ? ['keepOpen'] : []),
      ...(stage === 'closed' && !this.suspended.has(requester) ? ['reopen'] : []),
    ].toSorted();
  }

  protected ask(requester: CasePerson, isUrgent: boolean): void {
    const number = this.asked++;
    this.requests.set(number, {
      ...{ number, requester, isUrgent, stage: 'waiting', holder: null, isOpened: false },
      ...{ claimEndsAt: 0, activeAt: this.now, silenceToldAt: null, closedAt: null, last: null },
      ...{ isForConduct: false, isReopened: false, hasThreads: false },
      ...{ questions: [], isOnHold: false },
      ...{ endedAt: new Map(), excluded: new Set(), items: new CaseItems<CasePerson>() },
    });
  }

  protected claim(request: CaseRequest, holder: CasePerson): void {
    const claimEndsAt = this.now + CLAIM;
    Object.assign(request, { stage: 'claimed', holder, isOpened: false, claimEndsAt });
    this.returnUnreadable([holder]);
  }

  protected askRequester(request: CaseRequest): void {
    request.questions.push(false);
    request.isOnHold = true;
    request.claimEndsAt = this.now + (request.isUrgent ? URGENT_QUESTION : QUESTION);
  }

  /** Answers the latest question. The supporter who has the request reads the answer before theirs. */
  protected answer(request: CaseRequest): void {
    request.questions[request.questions.length - 1] = true;
    request.isOpened = false;
    if (!request.isOnHold) return;
    request.isOnHold = false;
    request.claimEndsAt = this.now + (request.isUrgent ? CLAIM : AFTER_ANSWER);
  }

  /** A case goes back once to the supporter who closed it, else to the queue. */
  protected reopen(request: CaseRequest): void {
    const { last, isReopened } = request;
    Object.assign(request, { closedAt: null, isReopened: true });
    if (!this.takesBack(request, isReopened)) return this.returnToQueue(request);
    Object.assign(request, { stage: 'accepted', holder: last, isOpened: false });
    this.markActive(request);
    this.returnUnreadable([last!]);
  }

  protected takesBack(request: CaseRequest, isReopened = request.isReopened): boolean {
    const { last } = request;
    return !isReopened && last !== null && this.mayTake(last, request) && !this.resting.has(last);
  }

  protected isReopenable(request: CaseRequest): boolean {
    const { stage, closedAt, requester, isForConduct } = request;
    if (stage !== 'closed' || isForConduct || this.suspended.has(requester)) return false;
    if (closedAt! + REOPENING <= this.now || this.openOf(requester) >= MAX_OPEN) return false;
    return this.takesBack(request) || this.someSupport();
  }

  protected close(request: CaseRequest, isForConduct: boolean): void {
    if (request.isUrgent) this.urgentRestEndsAt.set(request.holder!, this.now + URGENT_REST);
    this.end(request, 'closed');
    request.isForConduct = isForConduct;
  }

  protected end(request: CaseRequest, stage: Stage): void {
    this.unassign(request);
    Object.assign(request, { stage, closedAt: this.now });
  }

  protected returnToQueue(request: CaseRequest): void {
    this.unassign(request);
    Object.assign(request, { stage: 'waiting', silenceToldAt: null });
  }

  protected returnAll(who: CasePerson): void {
    for (const request of this.requests.values())
      if (request.holder === who) this.returnToQueue(request);
  }

  /** The product looks at the requests of people for whom a new conflict of interest is reported. */
  protected returnUnreadable(of: readonly CasePerson[] = CASE_PEOPLE): void {
    for (const request of this.requests.values()) {
      const { holder, requester } = request;
      if (!holder || !(of.includes(holder) || of.includes(requester))) continue;
      if (!this.mayTake(holder, request)) this.returnToQueue(request);
    }
  }

  private unassign(request: CaseRequest): void {
    const { holder } = request;
    if (holder) {
      request.endedAt.set(holder, this.now);
      request.last = holder;
      request.items.leaveTasksOf(holder);
    }
    Object.assign(request, { holder: null, isOnHold: false });
  }

  /** A claimed request returns whoever was excluded: its requester must not find out who claimed it. */
  protected afterExclusions(request: CaseRequest): void {
    const { holder, stage } = request;
    if (stage === 'claimed' || (holder && !this.mayTake(holder, request)))
      this.returnToQueue(request);
  }

  protected markActive(request: CaseRequest): void {
    Object.assign(request, { activeAt: this.now, silenceToldAt: null });
  }

  /** Time passes, and then the jobs run. */
  protected pass(minutes: number): void {
    this.now += minutes;
    this.returnUnreadable();
    for (const request of this.requests.values()) {
      const { stage, claimEndsAt } = request;
      if (stage === 'claimed' && claimEndsAt <= this.now) this.returnToQueue(request);
      this.endSilent(request);
      const { closedAt, number } = request;
      if (closedAt !== null && closedAt + RETENTION <= this.now) this.requests.delete(number);
    }
  }

  private endSilent(request: CaseRequest): void {
    const { stage, activeAt, silenceToldAt } = request;
    if (stage !== 'accepted' || activeAt + SILENCE > this.now) return;
    if (silenceToldAt === null) request.silenceToldAt = this.now;
    else if (silenceToldAt + NOTICE <= this.now) this.end(request, 'closed');
  }

  private mayTake(who: CasePerson, request: CaseRequest): boolean {
    const { requester, excluded, holder } = request;
    const isForConduct = holder !== who && this.conduct.has(`${who} ${requester}`);
    const isTied = [this.allied, this.separated].some((pairs) => pairs.has(pairOf(who, requester)));
    const isRecused = isForConduct || isTied || excluded.has(who);
    return this.supports(who) && who !== requester && !isRecused;
  }

  protected isTired(who: CasePerson, { isUrgent }: CaseRequest): boolean {
    if (this.resting.has(who)) return true;
    return isUrgent && (this.urgentRestEndsAt.get(who) ?? 0) > this.now;
  }

  protected openOf(who: CasePerson): number {
    const all = [...this.requests.values()];
    return all.filter(({ requester, stage }) => requester === who && OPEN.includes(stage)).length;
  }

  protected someSupport(): boolean {
    return CASE_SUPPORTERS.some((who) => this.supports(who));
  }
}
