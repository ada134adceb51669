import { DAY } from '#kernel/clock.js';
import { type ActOf, type Op, REPORTED } from './moderation-acts.js';
import type { ModelMatter, ModelReport, ModelSanction } from './moderation-facts.js';
import { last, type ModerationModel } from './moderation-model.js';
import { give, write } from './moderation-moves.js';
import type { Verdict } from '../models/steps.js';

export type RuleOf<O extends Op> = (model: ModerationModel, act: ActOf<O>) => Verdict;
export const HIDDEN = 'NOT_FOUND';
export const REFUSED = 'policy.refused';
export const UNDO_FOR = 30_000;
export const done = (_changed: unknown): Verdict => 'ok';

/** Rule for an act on a matter: NOT_FOUND, refused, or `change` applied to the matter. */
export const inMatter =
  <A extends { who: number; matter: number }>(
    action: string,
    change: (model: ModerationModel, matter: ModelMatter, act: A) => Verdict,
  ) =>
  (model: ModerationModel, act: A): Verdict => {
    const matter = last(model.facts.matters, act.matter);
    const can = model.canOfMatter(act.who, matter);
    if (can.includes(action)) return change(model, matter, act);
    return can.includes('read') ? REFUSED : HIDDEN;
  };

/** The same for an act that names a report. */
export const inReport =
  <A extends { who: number; report: number }>(
    action: string,
    change: (model: ModerationModel, report: ModelReport, act: A) => Verdict,
  ) =>
  (model: ModerationModel, act: A): Verdict => {
    const report = last(model.facts.reports, act.report);
    const can = model.canOfReport(act.who, report);
    if (!can.includes('readFile')) return can.includes('read') ? REFUSED : HIDDEN;
    const isIn = model.canOfMatter(act.who, report.matter).includes(action);
    return isIn ? change(model, report, act) : REFUSED;
  };

/** Records a sanction and the notice about it to the reported member. */
export function order(
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
  const shownFrom = facts.now + Math.max(days * DAY, kind === 'warning' ? UNDO_FOR : 0);
  const about = shownFrom <= facts.now ? REPORTED : null;
  write(model, matter, { action, by, about });
  if (days > 0) write(model, matter, { action: 'delayNotice', by, about: null });
  give(model, { of: REPORTED, kind, shownFrom, matter, sanction });
}
