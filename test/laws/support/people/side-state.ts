import { CaseItems } from '../case-items.js';
import { MEMBERS, type SidePerson, SUPPORTERS } from './side-steps.js';

/*
 * The model of the people of one case: who has which part in it. Times are whole minutes: the clock of the tests moves
 * by days, and real time passes in between, so a period is over as soon as the model's clock reaches its end.
 */

export const DAY = 24 * 60;
export const isSupporter = (who: SidePerson): boolean =>
  (SUPPORTERS as readonly SidePerson[]).includes(who);
const isPlain = (who: SidePerson) => (MEMBERS as readonly SidePerson[]).includes(who);
/** Whether moderation separates the two in this law: ties of supporters are a subject of the other one. */
export const MEMBERS_APART = (one: SidePerson, other: SidePerson): boolean =>
  one !== other && isPlain(one) && isPlain(other);
const pairOf = (one: SidePerson, other: SidePerson) => [one, other].toSorted().join('-');

interface Offer {
  readonly takesOver: boolean;
  acceptableAt: number;
  readonly endsAt: number;
}
interface Partner {
  state: 'invited' | 'declined' | 'in';
  readonly expiresAt: number;
}
interface Helper {
  state: 'asked' | 'willing' | 'described' | 'consented' | 'open';
  readonly expiresAt: number;
  readonly until: number | null;
  /** The number of the helper's thread, in the order in which they were opened. */
  readonly thread: number | null;
}

export class SideState {
  protected now = 0;
  stage: 'waiting' | 'accepted' | 'closed' = 'accepted';
  requester: SidePerson = 'ana';
  /** When the requester left; null while they take part. */
  protected leftAt: number | null = null;
  protected lead: SidePerson | null = 'sol';
  protected last: SidePerson | null = null;
  protected isReopened = false;
  protected closedAt = 0;
  protected nextOwner: SidePerson | null = null;
  /** The supporters besides the lead, longest first. */
  protected team: { readonly who: SidePerson; readonly wouldLead: boolean }[] = [];
  protected readonly offers = new Map<SidePerson, Offer>();
  protected readonly offersEndedAt = new Map<SidePerson, number>();
  /** When a supporter lost or gave back the case; until others had their turn, their claim may be refused. */
  private readonly lostAt = new Map<SidePerson, number>();
  protected readonly partners = new Map<SidePerson, Partner>();
  protected readonly helpers = new Map<SidePerson, Helper>();
  /** How many threads of outside helpers were opened. */
  outside = 0;
  protected readonly excluded = new Set<SidePerson>();
  /** Supporters who do not take the case, whatever changes: they were on its side, or knew a former requester. */
  protected readonly recused = new Set<SidePerson>();
  protected readonly withoutDuty = new Set<SidePerson>();
  protected readonly suspended = new Set<SidePerson>();
  protected readonly allied = new Set<string>();
  protected readonly apart = new Set<string>();
  readonly items = new CaseItems<SidePerson>();

  isMember(who: SidePerson): boolean {
    return !this.suspended.has(who);
  }

  /** Whether somebody reads the case as one of its supporters. */
  works(who: SidePerson): boolean {
    return this.stage === 'accepted' && this.isAssigned(who) && this.mayTake(who);
  }

  isOnSide(who: SidePerson): boolean {
    return this.partners.get(who)?.state === 'in';
  }

  /** Whether somebody decides about the case: its requester, unless they left. */
  owns(who: SidePerson): boolean {
    return who === this.requester && this.leftAt === null;
  }

  readsLinks(who: SidePerson): boolean {
    return this.owns(who) || this.works(who) || this.isOnSide(who);
  }

  managesLinks(who: SidePerson): boolean {
    return this.works(who) || (this.owns(who) && this.stage === 'accepted');
  }

  isInvited(who: SidePerson): boolean {
    const isOpen = this.stage === 'accepted' && this.partners.get(who)?.state === 'invited';
    return isOpen && this.isMember(who);
  }

  /** Whether somebody sees that they are asked to help, or help. */
  isAsked(who: SidePerson): boolean {
    return this.stage === 'accepted' && this.helpers.has(who) && this.isMember(who);
  }

  isOffered(who: SidePerson): boolean {
    return this.stage === 'accepted' && this.offers.has(who) && this.mayTake(who);
  }

  /** The threads that somebody reads: of the requester, of the supporters, and of each outside helper. */
  threadsOf(who: SidePerson): string[] {
    const works = this.works(who);
    const outside = Array.from({ length: this.outside }, (_one, at) => at);
    const { state, thread } = this.helpers.get(who) ?? { state: null, thread: null };
    const isHelping = (at: number) => state === 'open' && thread === at && this.isAsked(who);
    return [
      ...(works || this.owns(who) || this.isOnSide(who) ? ['requester'] : []),
      ...(works ? ['internal'] : []),
      ...outside.filter((at) => works || isHelping(at)).map((at) => `outside ${at}`),
    ];
  }

  protected isInTeam(who: SidePerson): boolean {
    return this.team.some((one) => one.who === who);
  }

  private isAssigned(who: SidePerson): boolean {
    return who === this.lead || this.isInTeam(who);
  }

  /** The requester and the people who take part on their side. */
  protected sideOf(): SidePerson[] {
    return [this.requester, ...[...this.partners.keys()].filter((who) => this.isOnSide(who))];
  }

  /** A supporter reads no case of somebody whom they know, also on its partner side. */
  protected mayTake(who: SidePerson): boolean {
    if (!isSupporter(who) || this.withoutDuty.has(who) || this.suspended.has(who)) return false;
    const isRecused = this.sideOf().some((one) => one === who || this.areAllied(who, one));
    return !isRecused && !this.excluded.has(who) && !this.recused.has(who);
  }

  protected mayClaimAgain(who: SidePerson): boolean {
    return (this.lostAt.get(who) ?? -Infinity) + DAY < this.now;
  }

  protected takesBack(): boolean {
    return !this.isReopened && this.last !== null && this.mayTake(this.last);
  }

  protected mayFind(by: SidePerson, other: SidePerson): boolean {
    return by !== other && this.isMember(other) && !this.areApart(by, other);
  }

  protected areAllied(one: SidePerson, other: SidePerson): boolean {
    return this.allied.has(pairOf(one, other));
  }

  protected areApart(one: SidePerson, other: SidePerson): boolean {
    return this.apart.has(pairOf(one, other));
  }

  protected endOffer(who: SidePerson): void {
    if (this.offers.delete(who)) this.offersEndedAt.set(who, this.now);
  }

  protected leaveTeam(who: SidePerson): void {
    this.team = this.team.filter((one) => one.who !== who);
    this.endAssignment(who);
  }

  private endAssignment(who: SidePerson): void {
    this.lostAt.set(who, this.now);
    this.items.leaveTasksOf(who);
  }

  protected endPart(who: SidePerson): void {
    if (this.isOnSide(who)) this.recused.add(who);
    this.partners.delete(who);
    if (this.nextOwner === who) this.nextOwner = null;
  }

  /** A helper and the requester of a case are not people whom moderation separated. */
  protected endHelpersApart(): void {
    for (const who of this.helpers.keys())
      if (this.areApart(who, this.requester)) this.helpers.delete(who);
  }

  /**
   * Ends the parts of supporters who may not have the case any more. Not the offers to them: the end would tell the
   * requester whose account a work name is.
   */
  protected settle(): void {
    for (const { who } of this.team) if (!this.mayTake(who)) this.leaveTeam(who);
    if (this.lead && !this.mayTake(this.lead)) this.loseLead();
  }

  /** The supporter who joined first of those who would lead gets the case; without one, it returns to the queue. */
  protected loseLead(): void {
    const next = this.team.find(({ who, wouldLead }) => wouldLead && this.mayTake(who));
    if (next) return this.passLead(next.who);
    this.leaveQueueOrCase('waiting');
  }

  protected passLead(to: SidePerson): void {
    if (this.lead) this.endAssignment(this.lead);
    this.team = this.team.filter(({ who }) => who !== to);
    this.offers.clear();
    this.helpers.delete(to);
    Object.assign(this, { last: this.lead, lead: to });
  }

  protected leaveQueueOrCase(stage: 'waiting' | 'closed'): void {
    for (const who of [this.lead, ...this.team.map((one) => one.who)])
      if (who) this.endAssignment(who);
    this.offers.clear();
    this.helpers.clear();
    this.team = [];
    Object.assign(this, { stage, last: this.lead, lead: null });
  }
}
