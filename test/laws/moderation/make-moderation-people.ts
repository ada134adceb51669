import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import type { TestApp } from '../../support/app/app.js';
import { factories } from '../../support/factories/factories.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';
import {
  MODERATOR_NUMBERS,
  QUOTED_MODERATOR,
  OUTSIDER,
  GROUP_MEMBERS,
  REPORTED,
  CONFLICT_PARTIES,
  STEWARD,
} from './moderation-acts.js';
import type { ModerationPeople } from './moderation-world-data.js';

/** Number of additional members. They make the group large enough that its members have no conflict of interest. */
const OTHERS = 8;

/** Creates the people with public profiles, and a group in which the reported member wrote three messages. */
export async function makeModerationPeople(app: TestApp) {
  const people: Person[] = [];
  const profiles: string[] = [];
  for (let who = 0; who <= OUTSIDER; who++) {
    const isModerator = who <= Math.max(...MODERATOR_NUMBERS, REPORTED);
    people.push(await makePerson(app, `p${who}`, isModerator ? 'moderator' : 'member'));
    profiles.push((await makeVisibleProfile(people[who]!)).personId);
  }
  const members = GROUP_MEMBERS.filter((who) => who !== STEWARD).map((who) => people[who]!);
  const group = await factories.group(app, { steward: people[STEWARD]!, members });
  const others: Person[] = [];
  for (let n = 0; n < OTHERS; n++) others.push(await makePerson(app, `o${n}`, 'member'));
  for (const other of others) await factories.membership(app, { group, person: other });
  const channel = await factories.channel(app, { group });
  const say = (who: Person) => postText(who, channel.id, 'Algo.');
  const first = await say(people[REPORTED]!);
  for (const other of others.slice(0, 3)) await say(other);
  const second = await say(people[REPORTED]!);
  await say(people[QUOTED_MODERATOR]!);
  const third = await say(people[REPORTED]!);
  for (const side of CONFLICT_PARTIES) {
    await app.db.query(
      `insert into application (account_id, stage, vouch_code, answers_hash, submitted_at, waits_since, decided_at)
       values ($1, 'accepted', gen_random_uuid()::text, '', now(), now(), now())`,
      [people[side]!.accountId],
    );
  }
  return {
    ...{ people: people.map(({ accountId }) => accountId), profiles, groupId: group.id },
    things: { profile: profiles[REPORTED]!, ...[first, second, third] },
  };
}

/** Removes all rows that a history created, except audit entries, which cannot be deleted. */
export async function resetModeration({
  app: { db },
  people,
  groupId,
}: ModerationPeople): Promise<void> {
  for (const table of ['matter', 'notice', 'sanction', 'separation', 'alliance', 'vouch']) {
    await db.query(`delete from ${table}`);
  }
  await db.query('delete from invitation');
  await db.query('delete from membership where group_id <> $1', [groupId]);
  await db.query('delete from "group" where id <> $1', [groupId]);
  await db.query(
    'update membership set ended_at = null, group_name = null, ended_name = null where group_id = $1',
    [groupId],
  );
  await db.query(
    `update account set standing = 'member', suspended_until = null where id = any($1)`,
    [people],
  );
  const duties = `insert into duty (account_id, name) select one, 'moderate' from unnest($1::uuid[]) one
    on conflict do nothing`;
  await db.query(duties, [people.slice(0, REPORTED + 1)]);
  await db.query('update message set deleted_at = null where deleted_at is not null');
}
