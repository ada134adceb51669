import { DAY } from '#kernel/clock.js';
import {
  type ModerationAct,
  QUOTING_SUBJECTS,
  MODERATOR_NUMBERS,
  QUOTED_MODERATOR,
  REPORTED,
  type TieKind,
} from './moderation-acts.js';
import {
  initialFacts,
  type ModerationFacts,
  type ModelAppeal,
  type ModelMatter,
  type ModelNotice,
  type ModelReport,
} from './moderation-model-state.js';

const FILE = ['read', 'readFile', 'note', 'release', 'hand'];
const ACTS = [
  ...['talk', 'warn', 'removeContent', 'suspend'],
  ...['separate', 'lift', 'askRemoval', 'close'],
];
const APPEALABLE = ['warning', 'contentRemoved', 'suspension', 'separation'];
const TO_BE_UNDONE = ['talk', 'warning'];
const APPEAL_LASTS = 20 * DAY;

/** Independent second implementation of the moderation rules, which the law compares with the product. */
export class ModerationModel {
  constructor(readonly facts: ModerationFacts = initialFacts()) {}

  copy(): this {
    return new ModerationModel(structuredClone(this.facts)) as this;
  }

  isMember(who: number): boolean {
    const { benched, suspendedUntil } = this.facts;
    return who === REPORTED ? suspendedUntil === null : !benched.has(who);
  }

  moderates(who: number): boolean {
    return this.facts.moderating.has(who) && this.isMember(who);
  }

  hasTie(who: number, side: number, kind: TieKind): boolean {
    return this.facts.ties.get(who)?.get(kind)?.has(side) === true;
  }

  /** Whether an active separation between the two people exists. */
  isSeparated(who: number, other: number): boolean {
    if (this.hasTie(who, other, 'separated')) return true;
    return this.facts.sanctions.some(
      ({ separation }) =>
        separation?.isOn === true &&
        [who, other].includes(REPORTED) &&
        [who, other].includes(separation.from),
    );
  }

  partiesOf(matter: ModelMatter): number[] {
    const reporters = this.facts.reports.filter((one) => one.matter === matter);
    return [REPORTED, ...reporters.map(({ of }) => of)];
  }

  isTied(who: number, matter: ModelMatter): boolean {
    const isNamed = ({ what, matter: of }: ModelReport) =>
      of === matter && QUOTING_SUBJECTS.includes(what);
    if (who === QUOTED_MODERATOR && this.facts.reports.some(isNamed)) return true;
    const ties = [...(this.facts.ties.get(who)?.values() ?? [])];
    return this.partiesOf(matter).some(
      (side) => ties.some((sides) => sides.has(side)) || this.isSeparated(who, side),
    );
  }

  /** Rules R3 and R4: parties of a matter, and moderators with a conflict of interest, are recused. */
  isRecused(who: number, matter: ModelMatter): boolean {
    return this.partiesOf(matter).includes(who) || this.isTied(who, matter);
  }

  /** Whether `who` took the decision that was appealed. */
  isDecider(who: number, matter: ModelMatter): boolean {
    return this.facts.appeals.some(
      ({ notice, outcome }) =>
        notice.matter === matter && outcome === null && notice.sanction!.by === who,
    );
  }

  mayHear(who: number, matter: ModelMatter): boolean {
    return this.moderates(who) && !this.isRecused(who, matter) && !this.isDecider(who, matter);
  }

  /** Number of appeals for which no moderator remains who may decide. */
  countUnheard(): number {
    const all = [...MODERATOR_NUMBERS, REPORTED];
    return this.facts.appeals.filter(
      ({ notice, outcome }) =>
        outcome === null && !all.some((who) => this.mayHear(who, notice.matter)),
    ).length;
  }

  isAtDesk(who: number, matter: ModelMatter): boolean {
    if (!this.moderates(who) || matter.stage === 'closed') return false;
    if (matter.stage === 'appealed' && this.isDecider(who, matter)) return false;
    return !this.isRecused(who, matter);
  }

  canOfMatter(who: number, matter: ModelMatter): string[] {
    if (!this.isAtDesk(who, matter)) return [];
    if (matter.assignee !== who) return ['queue', 'claim'];
    const isAsked = matter.stage === 'inHand' || matter.stage === 'waiting';
    return ['queue', 'claim', ...FILE, ...(isAsked ? ACTS : [])];
  }

  /** Whether the moderator is assigned to the matter, whatever its stage. */
  private holds(who: number, matter: ModelMatter): boolean {
    return (
      this.moderates(who) &&
      matter.stage !== 'closed' &&
      matter.assignee === who &&
      !this.isRecused(who, matter)
    );
  }

  canOfReport(who: number, { of, matter }: ModelReport): string[] {
    if (this.holds(who, matter)) return ['read', 'readFile'];
    return of === who && this.isMember(who) ? ['read'] : [];
  }

  canOfNotice(who: number, notice: ModelNotice): string[] {
    const { of, kind, shownFrom, matter, isAnswered, appeal } = notice;
    const { now } = this.facts;
    const isOwn = of === who && shownFrom <= now;
    const holds = this.holds(who, matter);
    const isInTime = now < shownFrom + APPEAL_LASTS;
    return [
      ...(isOwn || holds ? ['read'] : []),
      ...(isOwn && kind === 'talk' && !isAnswered && !matter.isEnded ? ['answer'] : []),
      ...(isOwn && APPEALABLE.includes(kind) && isInTime && !appeal ? ['appeal'] : []),
      ...(holds && TO_BE_UNDONE.includes(kind) && shownFrom > now ? ['undo'] : []),
    ];
  }

  canOfAppeal(who: number, { of, outcome, notice: { matter } }: ModelAppeal): string[] {
    const holds = this.holds(who, matter) && !this.isDecider(who, matter);
    return [
      ...(of === who || holds ? ['read'] : []),
      ...(holds && outcome === null ? ['hear'] : []),
    ];
  }

  isAppealable({ kind }: ModelNotice): boolean {
    return APPEALABLE.includes(kind);
  }

  mayBeUndone({ kind }: ModelNotice): boolean {
    return TO_BE_UNDONE.includes(kind);
  }

  isWorthIt(act: ModerationAct): boolean {
    const { facts } = this;
    if ('matter' in act && act.matter >= facts.matters.length) return false;
    if ('report' in act && act.report >= facts.reports.length) return false;
    if ('notice' in act && act.notice >= facts.notices.length) return false;
    if ('appeal' in act && act.appeal >= facts.appeals.length) return false;
    if (act.op === 'tie') return !this.hasTie(act.who, act.side, act.kind);
    if (act.op === 'untie') return this.hasTie(act.who, act.side, act.kind);
    if (act.op === 'bench') return !facts.benched.has(act.who);
    if (act.op === 'return') return facts.benched.has(act.who);
    if (act.op === 'loseDuty') return facts.moderating.has(act.who);
    return act.op !== 'gainDuty' || !facts.moderating.has(act.who);
  }

  isRepeat(act: ModerationAct): boolean {
    if (act.op === 'open') return true;
    return act.op === 'claim' && rowBefore(this.facts.matters, act.matter).assignee === act.who;
  }
}

/** Returns the row after which `since` others were created. */
export const rowBefore = <T>(all: readonly T[], since: number): T => all[all.length - 1 - since]!;
