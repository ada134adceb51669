import { type ModerationActOfKind, REPORTED } from './moderation-acts.js';
import {
  NOT_FOUND,
  reportRule,
  recordSanction,
  POLICY_REFUSED,
  type ModerationRuleOf,
} from './moderation-rules.js';
import type { ModelMatter, ModelSanction } from './moderation-model-state.js';
import { rowBefore, type ModerationModel } from './moderation-model.js';
import { releaseForbiddenMatters, addNotice, addAuditEntry } from './model-transitions.js';
import type { Verdict } from '../models/model-steps.js';

/** Rules of acts that notify a second person, and of acts about an appeal. */

export const separateRule = reportRule(
  'separate',
  (model, { of: from, matter }, { who: by, leaves }: ModerationActOfKind<'separate'>) => {
    const { facts } = model;
    if (model.isSeparated(from, REPORTED)) return 'separation.already';
    const isShared = facts.group.has(from) && facts.group.has(REPORTED);
    if (isShared === (leaves === 'nobody')) return 'separation.groupsChanged';
    if (isShared) facts.group.delete(leaves === 'reported' ? REPORTED : from);
    const separation = { from, isOn: true };
    recordSanction(model, matter, 'separation', { by, action: 'separate', separation });
    const sanction = { ...facts.sanctions.at(-1)!, of: from };
    facts.sanctions.push(sanction);
    addNotice(model, { of: from, kind: 'separation', shownFrom: facts.now, matter, sanction });
    releaseForbiddenMatters(model);
    return 'ok';
  },
);

/** Reverts a sanction. If the sanction is a separation, also notifies the other person. */
function liftThe(model: ModerationModel, sanction: ModelSanction): void {
  const { facts } = model;
  if (sanction.isLifted) return;
  const { separation, kind, endsAt } = sanction;
  sanction.isLifted = true;
  if (kind === 'suspension' && facts.suspendedUntil === endsAt) facts.suspendedUntil = null;
  if (!separation) return;
  separation.isOn = false;
  const other = facts.sanctions.find((one) => one.separation === separation && one !== sanction)!;
  other.isLifted = true;
  const { of, matter } = other;
  addNotice(model, { of, kind: 'lifted', shownFrom: facts.now, matter, sanction: other });
}

export function liftRule(
  model: ModerationModel,
  matter: ModelMatter,
  { who: by }: ModerationActOfKind<'lift'>,
): Verdict {
  const { sanctions, now: shownFrom } = model.facts;
  const sanction = sanctions.find(
    ({ kind, of, isLifted }) => kind === 'separation' && of === REPORTED && !isLifted,
  );
  if (!sanction) return NOT_FOUND;
  liftThe(model, sanction);
  addNotice(model, { of: REPORTED, kind: 'lifted', shownFrom, matter, sanction });
  return addAuditEntry(model, matter, { action: 'lift', by, about: REPORTED });
}

export const appealRule: ModerationRuleOf<'appeal'> = (model, { who, notice: back }) => {
  const { facts } = model;
  const notice = rowBefore(facts.notices, back);
  const can = model.canOfNotice(who, notice);
  if (!can.includes('read')) return NOT_FOUND;
  if (!can.includes('appeal')) {
    if (notice.of !== who || notice.shownFrom > facts.now) return POLICY_REFUSED;
    if (!model.isAppealable(notice)) return POLICY_REFUSED;
    return notice.appeal ? 'sanction.appealedOnce' : 'sanction.appealTooLate';
  }
  notice.appeal = { of: who, at: facts.now, notice, outcome: null };
  facts.appeals.push(notice.appeal);
  Object.assign(notice.matter, { stage: 'appealed', assignee: null });
  return 'ok';
};

export const decideAppealRule: ModerationRuleOf<'hear'> = (
  model,
  { who, appeal: back, outcome },
) => {
  const { facts } = model;
  const one = rowBefore(facts.appeals, back);
  const { matter, of, sanction } = one.notice;
  const can = model.canOfAppeal(who, one);
  if (!can.includes('read')) return NOT_FOUND;
  if (!can.includes('hear')) return matter.assignee === who ? 'appeal.heard' : POLICY_REFUSED;
  one.outcome = outcome;
  if (outcome === 'lifted') liftThe(model, sanction!);
  addNotice(model, { of, kind: outcome, shownFrom: facts.now, matter, sanction });
  const isWhole = facts.appeals.every((each) => each.notice.matter !== matter || each.outcome);
  if (isWhole) matter.stage = matter.isEnded ? 'closed' : 'inHand';
  if (isWhole && matter.isEnded) matter.assignee = null;
  return addAuditEntry(model, matter, { action: 'hearAppeal', by: who, about: of });
};
