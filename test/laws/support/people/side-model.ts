import { isItemStep, isLinkStep } from '../case-items.js';
import {
  PEOPLE,
  type SideChoice,
  type SidePerson,
  type SideStep,
  SUPPORTERS,
} from './side-steps.js';
import { DAY, isSupporter, MEMBERS_APART, SideState } from './side-state.js';

const HELP = 3 * DAY;
const INVITATION = 14 * DAY;
const OFFER = 7 * DAY;
const OFFER_PAUSE = 7 * DAY;
const REOPENING = 30 * DAY;
const PAUSE = 30 * DAY;
const MAX_HELPERS = 3;

/** The state with the steps that change it. */
export class SideModel extends SideState {
  /** Chooses a step that is possible now; a bold one may be impossible. */
  choose({ kinds, at, isBold }: SideChoice): SideStep {
    for (const kind of kinds) {
      const steps = this.stepsOf(kind).filter((step) => this.isPlayed(step));
      const fit = isBold ? steps : steps.filter((step) => this.isPossible(step));
      const chosen = fit[at % fit.length];
      if (chosen) return chosen;
    }
    return { kind: 'passDays', by: 'ana', other: 'ana' };
  }

  private stepsOf(kind: SideStep['kind']): SideStep[] {
    const hasOther = WITH_ANOTHER.includes(kind);
    return PEOPLE.flatMap((by) =>
      (hasOther ? PEOPLE.filter((other) => other !== by) : [by]).map((other) => ({
        ...{ kind, by, other },
      })),
    );
  }

  /** Whether the law performs the step, be it refused or not. */
  private isPlayed(step: SideStep): boolean {
    if (WITH_A_SUPPORTER.includes(step.kind) && !isSupporter(step.other)) return false;
    if (isItemStep(step.kind)) return this.items.isPlayed(step.kind);
    return !NEVER_REFUSED.includes(step.kind) || this.isPossible(step);
  }

  /** Whether the product does the step; it refuses any other. */
  // oxlint-disable-next-line complexity -- one line for each kind of step
  isPossible({ kind, by, other }: SideStep): boolean {
    if (isItemStep(kind)) {
      const manages = isLinkStep(kind) ? this.managesLinks(by) : this.works(by);
      return manages && this.items.isThere(kind);
    }
    const isCase = this.stage === 'accepted';
    const isLead = isCase && by === this.lead && this.mayTake(by);
    const isPaused = this.leftAt !== null && this.stage !== 'closed';
    const leads = isLead && !isPaused;
    const owns = this.owns(by);
    const [helper, partner] = [this.helpers.get(other), this.partners.get(other)];
    switch (kind) {
      case 'offer':
      case 'offerToLead':
        return leads && this.mayBeOffered(other, kind === 'offerToLead');
      case 'withdrawOffer':
        return leads;
      case 'acceptOffer':
      case 'acceptToLead':
        return this.isOffered(by) && this.offers.get(by)!.acceptableAt <= this.now;
      case 'declineOffer':
        return this.isOffered(by);
      case 'leave':
        return isCase && this.isInTeam(by) && this.mayTake(by);
      case 'release':
        return isLead;
      case 'close':
        return leads;
      case 'leaveOwn':
        return owns && isCase;
      case 'comeBack':
        return (
          isPaused && by === this.requester && !this.sideOf().some((one) => this.areApart(by, one))
        );
      case 'takeOver':
        return isPaused && this.isOnSide(by) && this.isMember(by);
      case 'takeAgain':
        return this.stage === 'waiting' && !isPaused && this.mayTake(by) && this.mayClaimAgain(by);
      case 'agree':
        return owns && isCase && this.offers.has(other);
      case 'exclude':
      case 'include':
        return owns && this.stage !== 'closed';
      case 'reopen':
        return owns && this.isReopenable();
      case 'invite':
        return owns && isCase && this.isMember(by) && this.mayFind(by, other) && !partner;
      case 'remove':
        return owns && partner !== undefined;
      case 'offerOwnership':
        return owns && isCase && partner?.state === 'in';
      case 'withdrawOwnership':
        return owns && isCase;
      case 'acceptInvitation':
        return this.isInvited(by) && !this.sideOf().some((one) => this.areApart(by, one));
      case 'declineInvitation':
        return this.isInvited(by);
      case 'leaveSide':
        return this.isOnSide(by);
      case 'acceptOwnership':
      case 'declineOwnership':
        return isCase && this.isOnSide(by) && this.nextOwner === by && this.isMember(by);
      case 'ask':
        return leads && this.mayFind(by, other) && this.mayHelp(other) && this.hasRoom(other);
      case 'help':
        return this.isAsked(by) && this.helpers.get(by)!.state === 'asked' && this.mayHelp(by);
      case 'describe':
        return leads && helper !== undefined && helper.state !== 'asked';
      case 'consent':
        return owns && isCase && helper?.state === 'described';
      case 'share':
        return leads && helper?.state === 'consented';
      case 'withdrawConsent':
        return owns && ['described', 'consented', 'open'].includes(helper?.state ?? '');
      case 'endHelper':
        return leads && helper !== undefined;
      case 'leaveHelp':
        return this.isAsked(by);
      case 'ally':
        return isSupporter(by) && !isSupporter(other) && !this.areAllied(by, other);
      case 'endAlliance':
        return isSupporter(by) && this.areAllied(by, other);
      case 'separate':
        return MEMBERS_APART(by, other) && !this.areApart(by, other);
      case 'reconcile':
        return this.areApart(by, other);
      case 'takeDuty':
        return isSupporter(by) && !this.withoutDuty.has(by);
      case 'giveDuty':
        return this.withoutDuty.has(by);
      case 'suspend':
        return !this.suspended.has(by);
      case 'restore':
        return this.suspended.has(by);
      default:
        return by === 'ana';
    }
  }

  /** Does a step that is possible. */
  // oxlint-disable-next-line complexity -- one line for each kind of step
  take({ kind, by, other }: SideStep): void {
    if (isItemStep(kind)) return this.items.take(kind, by);
    switch (kind) {
      case 'offer':
      case 'offerToLead':
        return void this.offers.set(other, {
          ...{ takesOver: kind === 'offerToLead', acceptableAt: this.now + DAY },
          endsAt: this.now + OFFER,
        });
      case 'withdrawOffer':
      case 'declineOffer':
        return this.endOffer(kind === 'declineOffer' ? by : other);
      case 'acceptOffer':
      case 'acceptToLead':
        return this.acceptOffer(by, kind === 'acceptToLead');
      case 'leave':
        return this.leaveTeam(by);
      case 'release':
        return this.loseLead();
      case 'close':
        return this.close();
      case 'takeAgain':
        Object.assign(this, { stage: 'accepted', lead: by });
        return;
      case 'agree':
        this.offers.get(other)!.acceptableAt = Math.min(
          this.offers.get(other)!.acceptableAt,
          this.now,
        );
        return;
      case 'exclude':
        this.excluded.add(other);
        this.endOffer(other);
        return this.settle();
      case 'include':
        return void this.excluded.delete(other);
      case 'reopen':
        return this.reopen();
      case 'invite':
        return void this.partners.set(other, {
          ...{ state: 'invited', expiresAt: this.now + INVITATION },
        });
      case 'remove':
        return this.endPart(other);
      case 'leaveSide':
        return this.endPart(by);
      case 'offerOwnership':
        return void (this.nextOwner = other);
      case 'withdrawOwnership':
      case 'declineOwnership':
        return void (this.nextOwner = null);
      case 'acceptInvitation':
        this.helpers.delete(by);
        this.partners.get(by)!.state = 'in';
        return this.settle();
      case 'declineInvitation':
        return void (this.partners.get(by)!.state = 'declined');
      case 'acceptOwnership':
        return this.handOver(by);
      case 'leaveOwn':
        return this.pause();
      case 'comeBack':
        return void (this.leftAt = null);
      case 'takeOver':
        return this.takeOver(by);
      case 'ask':
        return void this.helpers.set(other, {
          ...{ state: 'asked', expiresAt: this.now + INVITATION, thread: null, until: null },
        });
      case 'help':
        return void (this.helpers.get(by)!.state = 'willing');
      case 'describe':
        return void this.helpers.set(other, {
          ...{ ...this.helpers.get(other)!, thread: null },
          ...{ state: 'described', until: this.now + HELP },
        });
      case 'consent':
        return void (this.helpers.get(other)!.state = 'consented');
      case 'share':
        Object.assign(this.helpers.get(other)!, { state: 'open', thread: this.outside++ });
        return;
      case 'withdrawConsent':
      case 'endHelper':
        return void this.helpers.delete(other);
      case 'leaveHelp':
        return void this.helpers.delete(by);
      case 'passDays':
        return this.pass();
      default:
        return this.takeOutside({ kind, by, other });
    }
  }

  /** Changes of accounts, outside the case. */
  private takeOutside({ kind, by, other }: SideStep): void {
    const pair = [by, other].toSorted().join('-');
    if (kind === 'ally') this.allied.add(pair);
    if (kind === 'endAlliance') this.allied.delete(pair);
    if (kind === 'separate') this.separate(by, other);
    if (kind === 'reconcile') this.apart.delete(pair);
    if (kind === 'takeDuty') {
      this.withoutDuty.add(by);
      this.endOffer(by);
    }
    if (kind === 'giveDuty') this.withoutDuty.delete(by);
    if (kind === 'restore') this.suspended.delete(by);
    if (kind === 'suspend') {
      this.suspended.add(by);
      this.helpers.delete(by);
      this.endOffer(by);
    }
    this.settle();
  }

  /** The reported member leaves the side, unless the case is theirs. */
  private separate(reported: SidePerson, reporter: SidePerson): void {
    this.apart.add([reported, reporter].toSorted().join('-'));
    const isMet = reporter === this.requester || this.isOnSide(reporter);
    if (this.partners.has(reported) && isMet) this.endPart(reported);
    if (this.partners.has(reporter) && this.owns(reported)) this.endPart(reporter);
    this.endHelpersApart();
  }

  private acceptOffer(by: SidePerson, wouldLead: boolean): void {
    const { takesOver } = this.offers.get(by)!;
    this.offers.delete(by);
    if (takesOver) return this.passLead(by);
    this.helpers.delete(by);
    this.team.push({ who: by, wouldLead });
  }

  /** Invitations, offers and consents that opened nothing yet were the former requester's. */
  private handOver(to: SidePerson): void {
    for (const who of SUPPORTERS) if (this.areAllied(who, this.requester)) this.recused.add(who);
    for (const [who, { state }] of this.partners) if (state !== 'in') this.endPart(who);
    for (const helper of this.helpers.values())
      if (helper.state === 'consented') helper.state = 'described';
    this.offers.clear();
    this.partners.delete(to);
    this.partners.set(this.requester, { state: 'in', expiresAt: this.now });
    Object.assign(this, { requester: to, nextOwner: null });
    this.endHelpersApart();
    this.settle();
  }

  /** Nobody decides any more: what the requester offered and agreed to ends. */
  private pause(): void {
    this.leftAt = this.now;
    this.nextOwner = null;
    for (const [who, { state }] of this.partners) if (state !== 'in') this.endPart(who);
    this.offers.clear();
    this.helpers.clear();
  }

  /** The former requester has no part any more. */
  private takeOver(to: SidePerson): void {
    const former = this.requester;
    this.leftAt = null;
    this.handOver(to);
    this.endPart(former);
  }

  private close(): void {
    this.leaveQueueOrCase('closed');
    this.closedAt = this.now;
    for (const [who, { state }] of this.partners) if (state !== 'in') this.endPart(who);
  }

  /** A case goes back once to the supporter who closed it, else to the queue. */
  private reopen(): void {
    const takesBack = this.takesBack();
    Object.assign(this, { isReopened: true, stage: 'waiting' });
    if (takesBack) Object.assign(this, { stage: 'accepted', lead: this.last });
  }

  private isReopenable(): boolean {
    if (this.stage !== 'closed' || !this.isMember(this.requester)) return false;
    // The supporter who approves what others share always supports.
    return this.closedAt + REOPENING > this.now;
  }

  private mayBeOffered(who: SidePerson, takesOver: boolean): boolean {
    if (who === this.lead || !this.mayTake(who) || this.offersEndedAt.has(who)) return false;
    if (this.offers.has(who)) return false;
    if (takesOver) return ![...this.offers.values()].some((offer) => offer.takesOver);
    return !this.isInTeam(who);
  }

  /** Whether the lead's question reaches the person: nobody else of the case, and nobody apart from the requester. */
  private mayHelp(who: SidePerson): boolean {
    const isInCase = who === this.requester || who === this.lead || this.isInTeam(who);
    return !isInCase && !this.partners.has(who) && !this.areApart(who, this.requester);
  }

  private hasRoom(who: SidePerson): boolean {
    return !this.helpers.has(who) && this.helpers.size < MAX_HELPERS;
  }

  /** Two days pass, and then the jobs run. */
  private pass(): void {
    this.now += 2 * DAY;
    if (this.stage !== 'closed' && this.leftAt !== null && this.leftAt + PAUSE <= this.now)
      this.close();
    for (const [who, { endsAt }] of this.offers) if (endsAt <= this.now) this.endOffer(who);
    for (const [who, endedAt] of this.offersEndedAt)
      if (endedAt + OFFER_PAUSE <= this.now) this.offersEndedAt.delete(who);
    for (const [who, { state, expiresAt }] of this.partners)
      if (state !== 'in' && expiresAt <= this.now) this.endPart(who);
    for (const [who, { state, expiresAt, until }] of this.helpers) {
      const isOver = state === 'asked' ? expiresAt <= this.now : (until ?? Infinity) <= this.now;
      if (isOver) this.helpers.delete(who);
    }
  }
}

const WITH_A_SUPPORTER: readonly SideStep['kind'][] = [
  ...(['offer', 'offerToLead', 'withdrawOffer', 'agree', 'exclude', 'include'] as const),
];
const WITH_ANOTHER: readonly SideStep['kind'][] = [
  ...WITH_A_SUPPORTER,
  ...(['invite', 'remove', 'offerOwnership', 'ask', 'describe', 'consent', 'share'] as const),
  ...(['withdrawConsent', 'endHelper', 'ally', 'endAlliance', 'separate', 'reconcile'] as const),
];
/** The steps that no person takes, and the one that is three steps of the other law. */
const NEVER_REFUSED: readonly SideStep['kind'][] = [
  ...(['ally', 'endAlliance', 'separate', 'reconcile', 'takeDuty', 'giveDuty'] as const),
  ...(['suspend', 'restore', 'passDays', 'takeAgain'] as const),
];
