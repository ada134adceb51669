import { DAY, HOUR } from '#kernel/clock.js';
import { type Act, type ActOf, type Op, REPORTED, type What } from './moderation-acts.js';
import {
  done,
  HIDDEN,
  inMatter,
  inReport,
  order,
  REFUSED,
  type RuleOf,
  UNDO_FOR,
} from './moderation-asking.js';
import { type ModelMatter, type ModelNotice, placed } from './moderation-facts.js';
import { last, type ModerationModel } from './moderation-model.js';
import { closeHands, give, leave, tell, untied, write } from './moderation-moves.js';
import { TICK, type Verdict } from '../models/steps.js';
import { appeal, hear, lift, separate } from './moderation-verdicts-of-two.js';

type Rules = { readonly [O in Op]: RuleOf<O> };

/** Returns the model's verdict on the act and applies it to the model. */
export function verdictOf(model: ModerationModel, act: Act): Verdict {
  model.facts.now += TICK;
  const verdict = (RULES[act.op] as (model: ModerationModel, act: Act) => Verdict)(model, act);
  const { reports, notices, sanctions, appeals } = model.facts;
  Object.assign(model.facts, { reports: placed(reports), notices: placed(notices) });
  Object.assign(model.facts, { sanctions: placed(sanctions), appeals: placed(appeals) });
  return verdict;
}

function seesIt(model: ModerationModel, who: number, what: What): boolean {
  const { group } = model.facts;
  if (!model.isMember(who)) return false;
  if (what !== 'profile') return group.has(who);
  return who === REPORTED || (model.isMember(REPORTED) && !model.isSeparated(who, REPORTED));
}

const report: RuleOf<'report'> = (model, { who, what }) => {
  const { facts } = model;
  if (!seesIt(model, who, what)) return HIDDEN;
  if (facts.removed.has(what)) return 'message.deleted';
  if (who === REPORTED) return REFUSED;
  const own = facts.reports.filter(({ of }) => of === who);
  if (own.filter(({ at }) => at > facts.now - DAY).length >= 20) return 'report.tooMany';
  const unended = facts.matters.find((one) => !one.isEnded);
  if (own.filter((one) => one.isOpen && one.matter === unended).length >= 3) return 'report.heard';
  if (own.some((one) => one.isOpen && one.what === what)) return 'report.open';
  const matter: ModelMatter = unended ?? {
    ...{ stage: 'open', assignee: null, assignedAt: 0, isEnded: false, entries: [] },
  };
  if (!unended) facts.matters.push(matter);
  facts.reports.push({ of: who, what, at: facts.now, matter, isOpen: true });
  closeHands(model);
  return 'ok';
};

const RULES: Rules = {
  report,
  claim: inMatter('claim', (model, matter, { who }: ActOf<'claim'>) => {
    if (matter.assignee !== null && matter.assignee !== who) return 'matter.claimed';
    if (matter.assignee === null) write(model, matter, { action: 'claim', by: who, about: null });
    if (matter.stage === 'open') matter.stage = 'inHand';
    Object.assign(matter, { assignee: who, assignedAt: model.facts.now });
    return 'ok';
  }),
  release: inMatter('release', (model, matter, { who }: ActOf<'release'>) => {
    leave(matter);
    return write(model, matter, { action: 'release', by: who, about: null });
  }),
  hand: inMatter('hand', (model, matter, { who, to }: ActOf<'hand'>) => {
    if (!model.isMember(to) || model.isSeparated(who, to)) return HIDDEN;
    if (to === who || !model.moderates(to)) return 'input';
    leave(matter);
    return write(model, matter, { action: 'hand', by: who, about: null });
  }),
  open: inMatter('readFile', (model, matter, { who }: ActOf<'open'>) =>
    write(model, matter, { action: 'readFile', by: who, about: null }),
  ),
  note: inMatter('note', (model, matter, { who }: ActOf<'note'>) =>
    write(model, matter, { action: 'note', by: who, about: null }),
  ),
  talk: inMatter('talk', (model, matter, { who }: ActOf<'talk'>) => {
    matter.stage = 'waiting';
    const shownFrom = model.facts.now + UNDO_FOR;
    give(model, { of: REPORTED, kind: 'talk', shownFrom, matter, sanction: null });
    return write(model, matter, { action: 'talk', by: who, about: null });
  }),
  warn: inMatter('warn', (model, matter, { who: by, days }: ActOf<'warn'>) =>
    done(order(model, matter, 'warning', { by, action: 'warn', days })),
  ),
  remove: inReport('removeContent', (model, one, { who: by }: ActOf<'remove'>) => {
    const { facts } = model;
    if (facts.sanctions.some(({ report: of, isLifted }) => of === one && !isLifted)) {
      return 'content.removed';
    }
    if (one.what !== 'profile') facts.removed.add(one.what);
    const action = 'removeContent';
    return done(order(model, one.matter, 'contentRemoved', { by, action, report: one }));
  }),
  suspend: (model, act) => (act.hours > 72 ? 'input' : suspendFor(model, act)),
  separate,
  lift: inMatter('lift', lift),
  close: inMatter('close', (model, matter, { who }: ActOf<'close'>) => {
    Object.assign(matter, { stage: 'closed', isEnded: true, assignee: null });
    for (const one of model.facts.reports) if (one.matter === matter) one.isOpen = false;
    return write(model, matter, { action: 'close', by: who, about: null });
  }),
  undo(model, { who, notice: back }) {
    const notice = last(model.facts.notices, back);
    const can = model.canOfNotice(who, notice);
    if (can.includes('undo')) return undo(model, notice, who);
    if (!can.includes('read')) return HIDDEN;
    return model.mayBeUndone(notice) && notice.matter.assignee === who ? 'notice.told' : REFUSED;
  },
  answer(model, { who, notice: back }) {
    const notice = last(model.facts.notices, back);
    const can = model.canOfNotice(who, notice);
    if (!can.includes('read')) return HIDDEN;
    if (!can.includes('answer')) {
      if (notice.of !== who || notice.kind !== 'talk') return REFUSED;
      return notice.isAnswered ? 'notice.answered' : 'notice.closed';
    }
    notice.isAnswered = true;
    if (notice.matter.stage === 'waiting') notice.matter.stage = 'inHand';
    return 'ok';
  },
  appeal,
  hear,
  bench: (model, { who }) => untied(model, model.facts.benched.add(who)),
  return: (model, { who }) => done(model.facts.benched.delete(who)),
  loseDuty: (model, { who }) => untied(model, model.facts.moderating.delete(who)),
  gainDuty: (model, { who }) => done(model.facts.moderating.add(who)),
  tie(model, { who, side, kind }) {
    const { ties } = model.facts;
    const own = ties.get(who) ?? new Map();
    ties.set(who, own.set(kind, (own.get(kind) ?? new Set()).add(side)));
    return untied(model, null);
  },
  untie: (model, { who, side, kind }) => done(model.facts.ties.get(who)?.get(kind)?.delete(side)),
  wait: (model, { ms }) => done((model.facts.now += ms)),
  jobs(model) {
    const { facts } = model;
    if ((facts.suspendedUntil ?? Infinity) <= facts.now) facts.suspendedUntil = null;
    tell(model);
    for (const matter of facts.matters) {
      const lasts = matter.stage === 'waiting' ? 7 * DAY : DAY;
      if (matter.assignee !== null && matter.assignedAt <= facts.now - lasts) leave(matter);
    }
    return 'ok';
  },
};

const suspendFor = inMatter(
  'suspend',
  (model, matter, { who: by, hours, days }: ActOf<'suspend'>) => {
    const { facts } = model;
    if (facts.suspendedUntil !== null) return 'sanction.notMember';
    const all = facts.sanctions.filter(({ kind }) => kind === 'suspension');
    if (all.some(({ endsAt }) => endsAt! > facts.now - 30 * DAY)) return 'sanction.rolling';
    if (all.filter(({ isLifted }) => !isLifted).length >= 2) return 'sanction.thirdSuspension';
    const endsAt = facts.now + hours * HOUR;
    order(model, matter, 'suspension', { by, action: 'suspend', days, endsAt });
    facts.suspendedUntil = endsAt;
    return untied(model, null);
  },
);

function undo(model: ModerationModel, notice: ModelNotice, by: number): Verdict {
  const { facts } = model;
  const { matter, kind, sanction } = notice;
  facts.notices = facts.notices.filter((one) => one !== notice);
  facts.sanctions = facts.sanctions.filter((one) => one !== sanction);
  if (kind === 'talk' && matter.stage === 'waiting') matter.stage = 'inHand';
  return write(model, matter, { action: 'undo', by, about: null });
}
