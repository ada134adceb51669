import { RetentionJobs } from '#retention/retention.jobs.js';
import { RetentionService } from '#retention/retention.service.js';
import { FOUNDED_DAYS_AGO } from '../people/people.js';
import type { DemoStep, DemoContext } from './demo-context.js';

const EVERY_DAYS = 10;

/**
 * Destroys expired files during the played year. On the last day every data class runs once, as it does daily on a real
 * instance.
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
