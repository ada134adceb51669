import type { ModelAuditEntry, ModelMatter, ModelNotice } from './moderation-model-state.js';
import type { ModerationModel } from './moderation-model.js';
import type { Verdict } from '../models/model-steps.js';

/** Changes of the model's state that several acts and jobs have in common. */

/** Returns a matter to the queue, even if it waits for an answer. */
export function returnToQueue(matter: ModelMatter): void {
  matter.assignee = null;
  if (matter.stage !== 'appealed') matter.stage = 'open';
}

/** Releases matters whose assignee may no longer open them. */
export function releaseForbiddenMatters(model: ModerationModel): void {
  for (const matter of model.facts.matters) {
    const { assignee, stage } = matter;
    if (stage === 'closed' || assignee === null) continue;
    if (!model.canOfMatter(assignee, matter).includes('readFile')) returnToQueue(matter);
  }
}
export function endConflict(model: ModerationModel, _changed: unknown): Verdict {
  releaseForbiddenMatters(model);
  return 'ok';
}

export function addAuditEntry(
  model: ModerationModel,
  matter: ModelMatter,
  entry: Omit<ModelAuditEntry, 'at'>,
): Verdict {
  matter.entries.push({ ...entry, at: model.facts.now });
  return 'ok';
}

type New = Pick<ModelNotice, 'of' | 'kind' | 'shownFrom' | 'matter' | 'sanction'>;
/** Adds a notice. The notice counts as delivered if it is due now. */
export function addNotice({ facts }: ModerationModel, notice: New): void {
  const isTold = notice.shownFrom <= facts.now;
  const { now: at } = facts;
  facts.notices.push({ ...notice, at, isTold, isAnswered: false, appeal: null });
}

/** Delivers notices that are due. */
export function deliverDueNotices(model: ModerationModel): void {
  for (const notice of model.facts.notices) {
    if (notice.isTold || notice.shownFrom > model.facts.now) continue;
    notice.isTold = true;
    addAuditEntry(model, notice.matter, { action: 'tell', by: null, about: notice.of });
  }
}
