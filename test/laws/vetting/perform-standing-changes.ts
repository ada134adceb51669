import { DAY } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { StandingService } from '#members/standing.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import {
  STATEMENTS_ENDING_CONFLICTS,
  STATEMENTS_CREATING_CONFLICTS,
} from '../policy/conflict-statements.js';
import { type VettingPerformers, PROBATION_LEFT_MS } from './vetting-acts.js';
import type { VettingPeople } from './vetting-world-data.js';

/** Performs acts outside the application: changes of standing, of duties and of relations to the applicant. */
export const standingPerformers = ({ app, people, applicant }: VettingPeople) => {
  const ties = (who: number) => [people[who]!, applicant];
  return {
    suspend: ({ who }) =>
      app.db.write(() => app.get(StandingService).suspend(people[who]!, app.clock.in(3 * DAY))),
    restore: ({ who }) => app.db.write(() => app.get(StandingService).restore(people[who]!)),
    probation: ({ who }) => {
      const probationEndsAt = app.clock.in(PROBATION_LEFT_MS);
      return app.get(AccountsService).update(people[who]!, { probationEndsAt });
    },
    loseDuty: ({ who }) =>
      app.db.query(`delete from duty where account_id = $1 and name = 'vet'`, [people[who]]),
    gainDuty: ({ who }) =>
      app.db.query(`insert into duty (account_id, name) values ($1, 'vet')`, [people[who]]),
    tie: ({ who, kind }) =>
      app.db.write(async () => {
        await app.db.query(STATEMENTS_CREATING_CONFLICTS[kind], ties(who));
        await app.get(ConflictsOfInterestService).report(ties(who));
      }),
    untie: ({ who, kind }) => app.db.query(STATEMENTS_ENDING_CONFLICTS[kind], ties(who)),
  } satisfies Partial<VettingPerformers>;
};
