import { DAY } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { StandingService } from '#members/standing.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { TIE_ENDS, TIE_STARTS } from '../policy/tie-rows.js';
import { type Deeds, PROBATION_LEFT } from './vetting-acts.js';
import type { Cast } from './vetting-cast.js';

/** Changes of standing, duties and relations to the applicant, outside the application. */
export const ofStanding = ({ app, people, applicant }: Cast) => {
  const ties = (who: number) => [people[who]!, applicant];
  return {
    suspend: ({ who }) =>
      app.db.write(() => app.get(StandingService).suspend(people[who]!, app.clock.in(3 * DAY))),
    restore: ({ who }) => app.db.write(() => app.get(StandingService).restore(people[who]!)),
    probation: ({ who }) => {
      const probationEndsAt = app.clock.in(PROBATION_LEFT);
      return app.get(AccountsService).update(people[who]!, { probationEndsAt });
    },
    loseDuty: ({ who }) =>
      app.db.query(`delete from duty where account_id = $1 and name = 'vet'`, [people[who]]),
    gainDuty: ({ who }) =>
      app.db.query(`insert into duty (account_id, name) values ($1, 'vet')`, [people[who]]),
    tie: ({ who, kind }) =>
      app.db.write(async () => {
        await app.db.query(TIE_STARTS[kind], ties(who));
        await app.get(ConflictsOfInterestService).report(ties(who));
      }),
    untie: ({ who, kind }) => app.db.query(TIE_ENDS[kind], ties(who)),
  } satisfies Partial<Deeds>;
};
