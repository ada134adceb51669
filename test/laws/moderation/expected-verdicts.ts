import { DAY, HOUR } from '#kernel/clock.js';
import {
  type ModerationAct,
  type ModerationActOfKind,
  type ModerationActKind,
  REPORTED,
  type ReportableSubject,
} from './moderation-acts.js';
import {
  succeed,
  NOT_FOUND,
  matterRule,
  reportRule,
  recordSanction,
  POLICY_REFUSED,
  type ModerationRuleOf,
  UNDO_PERIOD_MS,
} from './moderation-rules.js';
import { type ModelMatter, type ModelNotice, sortRows } from './moderation-model-state.js';
import { rowBefore, type ModerationModel } from './moderation-model.js';
import {
  releaseForbiddenMatters,
  addNotice,
  returnToQueue,
  deliverDueNotices,
  endConflict,
  addAuditEntry,
} from './model-transitions.js';
import { STEP_MS, type Verdict } from '../models/model-steps.js';
import { appealRule, decideAppealRule, liftRule, separateRule } from './separation-verdicts.js';

type Rules = { readonly [O in ModerationActKind]: ModerationRuleOf<O> };

/** Returns the model's verdict on the act. Also applies the act to the model. */
export function verdictOf(model: ModerationModel, act: ModerationAct): Verdict {
  model.facts.now += STEP_MS;
  const verdict = (RULES[act.op] as (model: ModerationModel, act: ModerationAct) => Verdict)(
    model,
    act,
  );
  const { reports, notices, sanctions, appeals } = model.facts;
  Object.assign(model.facts, { reports: sortRows(reports), notices: sortRows(notices) });
  Object.assign(model.facts, { sanctions: sortRows(sanctions), appeals: sortRows(appeals) });
  return verdict;
}

function seesIt(model: ModerationModel, who: number, what: ReportableSubject): boolean {
  const { group } = model.facts;
  if (!model.isMember(who)) return false;
  if (what !== 'profile') return group.has(who);
  return who === REPORTED || (model.isMember(REPORTED) && !model.isSeparated(who, REPORTED));
}

const report: ModerationRuleOf<'report'> = (model, { who, what }) => {
  const { facts } = model;
  if (!seesIt(model, who, what)) return NOT_FOUND;
  if (facts.removed.has(what)) return 'message.deleted';
  if (who === REPORTED) return POLICY_REFUSED;
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
  releaseForbiddenMatters(model);
  return 'ok';
};

const RULES: Rules = {
  report,
  claim: matterRule('claim', (model, matter, { who }: ModerationActOfKind<'claim'>) => {
    if (matter.assignee !== null && matter.assignee !== who) return 'matter.claimed';
    if (matter.assignee === null)
      addAuditEntry(model, matter, { action: 'claim', by: who, about: null });
    if (matter.stage === 'open') matter.stage = 'inHand';
    Object.assign(matter, { assignee: who, assignedAt: model.facts.now });
    return 'ok';
  }),
  release: matterRule('release', (model, matter, { who }: ModerationActOfKind<'release'>) => {
    returnToQueue(matter);
    return addAuditEntry(model, matter, { action: 'release', by: who, about: null });
  }),
  hand: matterRule('hand', (model, matter, { who, to }: ModerationActOfKind<'hand'>) => {
    if (!model.isMember(to) || model.isSeparated(who, to)) return NOT_FOUND;
    if (to === who || !model.moderates(to)) return 'input';
    returnToQueue(matter);
    return addAuditEntry(model, matter, { action: 'hand', by: who, about: null });
  }),
  open: matterRule('readFile', (model, matter, { who }: ModerationActOfKind<'open'>) =>
    addAuditEntry(model, matter, { action: 'readFile', by: who, about: null }),
  ),
  note: matterRule('note', (model, matter, { who }: ModerationActOfKind<'note'>) =>
    addAuditEntry(model, matter, { action: 'note', by: who, about: null }),
  ),
  talk: matterRule('talk', (model, matter, { who }: ModerationActOfKind<'talk'>) => {
    matter.stage = 'waiting';
    const shownFrom = model.facts.now + UNDO_PERIOD_MS;
    addNotice(model, { of: REPORTED, kind: 'talk', shownFrom, matter, sanction: null });
    return addAuditEntry(model, matter, { action: 'talk', by: who, about: null });
  }),
  warn: matterRule('warn', (model, matter, { who: by, days }: ModerationActOfKind<'warn'>) =>
    succeed(recordSanction(model, matter, 'warning', { by, action: 'warn', days })),
  ),
  remove: reportRule('removeContent', (model, one, { who: by }: ModerationActOfKind<'remove'>) => {
    const { facts } = model;
    if (facts.sanctions.some(({ report: of, isLifted }) => of === one && !isLifted)) {
      return 'content.removed';
    }
    if (one.what !== 'profile') facts.removed.add(one.what);
    const action = 'removeContent';
    return succeed(
      recordSanction(model, one.matter, 'contentRemoved', { by, action, report: one }),
    );
  }),
  suspend: (model, act) => (act.hours > 72 ? 'input' : suspendFor(model, act)),
  separate: separateRule,
  lift: matterRule('lift', liftRule),
  close: matterRule('close', (model, matter, { who }: ModerationActOfKind<'close'>) => {
    Object.assign(matter, { stage: 'closed', isEnded: true, assignee: null });
    for (const one of model.facts.reports) if (one.matter === matter) one.isOpen = false;
    return addAuditEntry(model, matter, { action: 'close', by: who, about: null });
  }),
  undo(model, { who, notice: back }) {
    const notice = rowBefore(model.facts.notices, back);
    const can = model.canOfNotice(who, notice);
    if (can.includes('undo')) return undo(model, notice, who);
    if (!can.includes('read')) return NOT_FOUND;
    return model.mayBeUndone(notice) && notice.matter.assignee === who
      ? 'notice.told'
      : POLICY_REFUSED;
  },
  answer(model, { who, notice: back }) {
    const notice = rowBefore(model.facts.notices, back);
    const can = model.canOfNotice(who, notice);
    if (!can.includes('read')) return NOT_FOUND;
    if (!can.includes('answer')) {
      if (notice.of !== who || notice.kind !== 'talk') return POLICY_REFUSED;
      return notice.isAnswered ? 'notice.answered' : 'notice.closed';
    }
    notice.isAnswered = true;
    if (notice.matter.stage === 'waiting') notice.matter.stage = 'inHand';
    return 'ok';
  },
  appeal: appealRule,
  hear: decideAppealRule,
  bench: (model, { who }) => endConflict(model, model.facts.benched.add(who)),
  return: (model, { who }) => succeed(model.facts.benched.delete(who)),
  loseDuty: (model, { who }) => endConflict(model, model.facts.moderating.delete(who)),
  gainDuty: (model, { who }) => succeed(model.facts.moderating.add(who)),
  tie(model, { who, side, kind }) {
    const { ties } = model.facts;
    const own = ties.get(who) ?? new Map();
    ties.set(who, own.set(kind, (own.get(kind) ?? new Set()).add(side)));
    return endConflict(model, null);
  },
  untie: (model, { who, side, kind }) =>
    succeed(model.facts.ties.get(who)?.get(kind)?.delete(side)),
  wait: (model, { ms }) => succeed((model.facts.now += ms)),
  jobs(model) {
    const { facts } = model;
    if ((facts.suspendedUntil ?? Infinity) <= facts.now) facts.suspendedUntil = null;
    deliverDueNotices(model);
    for (const matter of facts.matters) {
      const lasts = matter.stage === 'waiting' ? 7 * DAY : DAY;
      if (matter.assignee !== null && matter.assignedAt <= facts.now - lasts) returnToQueue(matter);
    }
    return 'ok';
  },
};

const suspendFor = matterRule(
  'suspend',
  (model, matter, { who: by, hours, days }: ModerationActOfKind<'suspend'>) => {
    const { facts } = model;
    if (facts.suspendedUntil !== null) return 'sanction.notMember';
    const all = facts.sanctions.filter(({ kind }) => kind === 'suspension');
    if (all.some(({ endsAt }) => endsAt! > facts.now - 30 * DAY)) return 'sanction.rolling';
    if (all.filter(({ isLifted }) => !isLifted).length >= 2) return 'sanction.thirdSuspension';
    const endsAt = facts.now + hours * HOUR;
    recordSanction(model, matter, 'suspension', { by, action: 'suspend', days, endsAt });
    facts.suspendedUntil = endsAt;
    return endConflict(model, null);
  },
);

function undo(model: ModerationModel, notice: ModelNotice, by: number): Verdict {
  const { facts } = model;
  const { matter, kind, sanction } = notice;
  facts.notices = facts.notices.filter((one) => one !== notice);
  facts.sanctions = facts.sanctions.filter((one) => one !== sanction);
  if (kind === 'talk' && matter.stage === 'waiting') matter.stage = 'inHand';
  return addAuditEntry(model, matter, { action: 'undo', by, about: null });
}
