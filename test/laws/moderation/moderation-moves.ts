import type { Entry, ModelMatter, ModelNotice } from './moderation-facts.js';
import type { ModerationModel } from './moderation-model.js';
import type { Verdict } from '../models/steps.js';

/** State changes of the model that several acts and jobs share. */

/** Returns a matter to the queue, also while it waits for an answer. */
export function leave(matter: ModelMatter): void {
  matter.assignee = null;
  if (matter.stage !== 'appealed') matter.stage = 'open';
}

/** Releases matters whose assignee may no longer open them. */
export function closeHands(model: ModerationModel): void {
  for (const matter of model.facts.matters) {
    const { assignee, stage } = matter;
    if (stage === 'closed' || assignee === null) continue;
    if (!model.canOfMatter(assignee, matter).includes('readFile')) leave(matter);
  }
}
export function untied(model: ModerationModel, _changed: unknown): Verdict {
  closeHands(model);
  return 'ok';
}

export function write(
  model: ModerationModel,
  matter: ModelMatter,
  entry: Omit<Entry, 'at'>,
): Verdict {
  matter.entries.push({ ...entry, at: model.facts.now });
  return 'ok';
}

type New = Pick<ModelNotice, 'of' | 'kind' | 'shownFrom' | 'matter' | 'sanction'>;
/** Adds a notice; it counts as delivered when its time is now. */
export function give({ facts }: ModerationModel, notice: New): void {
  const isTold = notice.shownFrom <= facts.now;
  const { now: at } = facts;
  facts.notices.push({ ...notice, at, isTold, isAnswered: false, appeal: null });
}

/** Delivers notices that are due. */
export function tell(model: ModerationModel): void {
  for (const notice of model.facts.notices) {
    if (notice.isTold || notice.shownFrom > model.facts.now) continue;
    notice.isTold = true;
    write(model, notice.matter, { action: 'tell', by: null, about: notice.of });
  }
}
