import { DAY } from '#kernel/clock.js';
import { SupportersService } from '#support/requests/supporters.service.js';
import { CaseTasksService } from '#support/tasks/case-tasks.service.js';
import { DEMO_TASKS, type DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** Tasks that the supporters of a case share. */
export function caseTaskSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  return DEMO_TASKS.map(({ of, by, to, text, inDays, isDone, daysAgo }) => ({
    daysAgo,
    run: async () => {
      const [tasks, viewer] = [stage.get(CaseTasksService), await stage.viewer(by)];
      const requestId = ids.get(of)!;
      const supporter = to && (await stage.get(SupportersService).of(stage.accountOf(to)));
      const supporterId = supporter ? supporter.id : null;
      const dueOn = inDays === undefined ? null : dayIn(stage, inDays);
      await tasks.add(viewer, { requestId, text, supporterId, dueOn });
      if (!isDone) return;
      const made = (await tasks.list(viewer, requestId)).find((one) => one.text === text)!;
      await tasks.mark(viewer, { requestId, taskId: made.id, isDone });
    },
  }));
}

const dayIn = (stage: DemoContext, days: number) =>
  new Date(stage.moment.getTime() + days * DAY).toISOString().slice(0, 10);
