import { DAY } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { StandingService } from '#members/standing.service.js';
import { Ties } from '#members/ties.service.js';
import { type Deeds, PROBATION_LEFT, type TieKind } from './vetting-acts.js';
import type { Cast } from './vetting-cast.js';

const STARTS: Readonly<Record<TieKind, string>> = {
  ally: 'insert into alliance (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))',
  separated:
    'insert into separation (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))',
  group: `with g as (insert into "group" (slug, name, purpose, is_listed, access)
      values (gen_random_uuid()::text, 'g', 'g', true, 'open') returning id)
    insert into membership (account_id, group_id, joined_at)
    select one, g.id, now() from g, unnest(array[$1::uuid, $2]) one`,
  invited: `insert into invitation (inviter_id, code_hash, language, ends_at, used_at, application_id)
    select $1, decode(md5(random()::text), 'hex'), 'es', now(), now(), id from application where account_id = $2`,
};
const PAIR =
  'set ended_at = now() where low_id = least($1::uuid, $2) and high_id = greatest($1::uuid, $2)';
const ENDS: Readonly<Record<TieKind, string>> = {
  ally: `update alliance ${PAIR} and ended_at is null`,
  separated: `update separation ${PAIR} and ended_at is null`,
  group: 'update membership set ended_at = now() where account_id in ($1::uuid, $2)',
  invited: `delete from invitation i using application a
    where i.inviter_id = $1 and i.application_id = a.id and a.account_id = $2`,
};

/** What people become and are to the applicant, without anybody having the application in mind. */
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
        await app.db.query(STARTS[kind], ties(who));
        await app.get(Ties).arose(ties(who));
      }),
    untie: ({ who, kind }) => app.db.query(ENDS[kind], ties(who)),
  } satisfies Partial<Deeds>;
};
