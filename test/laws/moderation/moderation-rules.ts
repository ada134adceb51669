import { DAY } from '#kernel/clock.js';
import { type ModerationActOfKind, type ModerationActKind, REPORTED } from './moderation-acts.js';
import type { ModelMatter, ModelReport, ModelSanction } from './moderation-model-state.js';
import { rowBefore, type ModerationModel } from './moderation-model.js';
import { addNotice, addAuditEntry } from './model-transitions.js';
import type { Verdict } from '../models/model-steps.js';

export type ModerationRuleOf<O extends ModerationActKind> = (
  model: ModerationModel,
  act: ModerationActOfKind<O>,
) => Verdict;
export const NOT_FOUND = 'NOT_FOUND';
export const POLICY_REFUSED = 'policy.refused';
export const UNDO_PERIOD_MS = 30_000;
export const succeed = (_changed: unknown): Verdict => 'ok';

/** Creates the rule for an act on a matter: returns NOT_FOUND or a refusal, or applies `change` to the matter. */
export const matterRule =
  <A extends { who: number; matter: number }>(
    action: string,
    change: (model: ModerationModel, matter: ModelMatter, act: A) => Verdict,
  ) =>
  (model: ModerationModel, act: A): Verdict => {
    const matter = rowBefore(model.facts.matters, act.matter);
    const can = model.canOfMatter(act.who, matter);
    if (can.includes(action)) return change(model, matter, act);
    return can.includes('read') ? POLICY_REFUSED : NOT_FOUND;
  };

/** Creates the rule for an act on a report: returns NOT_FOUND or a refusal, or applies `change` to the report. */
export const reportRule =
  <A extends { who: number; report: number }>(
    action: string,
    change: (model: ModerationModel, report: ModelReport, act: A) => Verdict,
  ) =>
  (model: ModerationModel, act: A): Verdict => {
    const report = rowBefore(model.facts.reports, act.report);
    const can = model.canOfReport(act.who, report);
    if (!can.includes('readFile')) return can.includes('read') ? POLICY_REFUSED : NOT_FOUND;
    const isIn = model.canOfMatter(act.who, report.matter).includes(action);
    return isIn ? change(model, report, act) : POLICY_REFUSED;
  };

/** Records a sanction, and the notice that informs the reported member about it. */
export function recordSanction(
  model: ModerationModel,
  matter: ModelMatter,
  kind: string,
  more: Partial<ModelSanction> & { by: number; action: string; days?: number },
): void {
  const { facts } = model;
  const { by, action, days = 0, endsAt = null, separation = null, report = null } = more;
  const at = facts.now;
  const sanction = {
    at,
    kind,
    by,
    matter,
    report,
    endsAt,
    separation,
    of: REPORTED,
    isLifted: false,
  };
  facts.sanctions.push(sanction);
  const shownFrom = facts.now + Math.max(days * DAY, kind === 'warning' ? UNDO_PERIOD_MS : 0);
  const about = shownFrom <= facts.now ? REPORTED : null;
  addAuditEntry(model, matter, { action, by, about });
  if (days > 0) addAuditEntry(model, matter, { action: 'delayNotice', by, about: null });
  addNotice(model, { of: REPORTED, kind, shownFrom, matter, sanction });
}
