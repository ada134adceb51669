import { RetentionJobs } from '#retention/retention.jobs.js';
import { RetentionService } from '#retention/retention.service.js';
import { FOUNDED_DAYS_AGO } from '../people/people.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Less than a week: a later run would be held back, because the clock may have jumped. */
const EVERY_DAYS = 5;

/**
 * Deletes the files of old applications every five days of the demo's history. On the last day, deletes the expired data
 * of every data class, as a real instance does each day.
 */
export function retentionSteps(stage: DemoContext): DemoStep[] {
  const days = Array.from({ length: FOUNDED_DAYS_AGO / EVERY_DAYS }, (_, at) => at * EVERY_DAYS);
  return days.map((daysAgo) => ({
    daysAgo,
    run: () =>
      daysAgo === 0
        ? stage.get(RetentionJobs).run()
        : stage.get(RetentionService).run('applicationFile'),
  }));
}
