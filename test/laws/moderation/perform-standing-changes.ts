import { DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import type { ModerationActPerformers } from './moderation-acts.js';
import type { ModerationPeople } from './moderation-world-data.js';
import {
  STATEMENTS_ENDING_CONFLICTS,
  STATEMENTS_CREATING_CONFLICTS,
} from '../policy/conflict-statements.js';

/** Performs changes of the moderators' standing, duties and conflicts of interest, and runs the due jobs. */
export const standingPerformers = ({ app, people }: ModerationPeople) => {
  const { db } = app;
  const standing = app.get(StandingService);
  const ties = ({ who, side }: { who: number; side: number }) => [people[who]!, people[side]!];
  /** Checks the person's assignments again, as the event handler does. */
  const keepsNothing = (who: number) => app.get(FileAssignments).askAgainOf(people[who]!);
  return {
    bench: async ({ who }) => {
      await db.write(() => standing.suspend(people[who]!, app.clock.in(300 * DAY)));
      await keepsNothing(who);
    },
    return: ({ who }) => db.write(() => standing.restore(people[who]!)),
    loseDuty: async ({ who }) => {
      const lost = `delete from duty where account_id = $1 and name = 'moderate'`;
      await db.query(lost, [people[who]]);
      await keepsNothing(who);
    },
    gainDuty: ({ who }) =>
      db.query(`insert into duty (account_id, name) values ($1, 'moderate')`, [people[who]]),
    tie: (act) =>
      db.write(async () => {
        await db.query(STATEMENTS_CREATING_CONFLICTS[act.kind], ties(act));
        await app.get(ConflictsOfInterestService).report(ties(act));
      }),
    untie: (act) => db.query(STATEMENTS_ENDING_CONFLICTS[act.kind], ties(act)),
    wait: async () => undefined,
    jobs: async () => {
      const jobs = app.get(ModerationJobs);
      await jobs.endSuspensions();
      await jobs.tellNotices();
      await jobs.releaseMatters();
    },
  } satisfies Partial<ModerationActPerformers>;
};
