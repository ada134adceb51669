import { AllyNote } from '#introductions/allies/ally-note.entity.js';
import type { TestApp } from './app.js';
import type { Requester } from './client.js';
import { signInBrowser } from '../factories/make-people.js';

/**
 * Returns the account id for a demo handle. `who` may also be a standing: then returns any account with this standing.
 */
export async function demoAccountId(app: TestApp, who: string): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    'select id from account where email = $1 or standing = $2 order by id limit 1',
    [`${who}@trama.example`, who],
  );
  return row!.id;
}

/** Signs a demo account in, in a new browser. */
export const signInAsDemo = async (app: TestApp, who: string): Promise<Requester> => ({
  app,
  ...(await signInBrowser(app, await demoAccountId(app, who))),
});

/**
 * Adds rows until every table has a row, so that each type of id is tested. Rows that can expire last longer than the
 * test.
 */
export async function fillEmptyDemoTables(app: TestApp): Promise<void> {
  const [ana, bea] = [await demoAccountId(app, 'member1'), await demoAccountId(app, 'member2')];
  const run = (sql: string) =>
    app.db.query(sql.replaceAll('$1', `'${ana}'`).replaceAll('$2', `'${bea}'`));
  await signInBrowser(app, ana);
  await run(`insert into block (blocker_id, blocked_id) values ($1, $2)`);
  await run(`insert into separation (low_id, high_id)
    values (least($1, $2)::uuid, greatest($1, $2)::uuid)`);
  await run(`insert into known_device (account_id, token_hash) values ($1, 'x')`);
  await run(`insert into mail_link (account_id, purpose, ends_at)
    values ($1, 'reset-password', now() + interval '1 hour')`);
  await run(`update claim set ends_at = now() + interval '1 day'`);
  await run(
    `update support_request set claim_ends_at = now() + interval '1 day' where stage = 'claimed'`,
  );
  await app.db.repo(AllyNote).save({ accountId: ana, aboutId: bea, text: 'x', version: 1 });
  await run(`insert into chosen_group (field_id, membership_id)
    select f.id, m.id from profile_field f join membership m using (account_id)
    where account_id = $1 and kind = 'skills' limit 1`);
  await run(`insert into term_word (term_id, language, word, folded)
    values ('issue:human-rights', 'es', 'Zumbido', 'zumbido')`);
  await run(`insert into earlier_removal (account_id, address_hash, reason, month)
    values ($2, 'x', 'harassment', date_trunc('month', now()))`);
  await run(`insert into group_link (group_id, maker_id, token_hash, expires_at, used_at)
    select group_id, account_id, 'x', now() + interval '1 day', now() from membership where role = 'steward' limit 1`);
  // Inserts an upload in progress, an unsent file, and a file whose owner sent it to a group and then left the group.
  await run(`insert into attachment (account_id, state, kind, name, type, bytes, length, file)
    values ($1, 'uploading', 'image', 'x.jpg', '', 9, 9, null),
      ($1, 'ready', 'image', 'x.jpg', 'image/jpeg', 9, 9, repeat('0', 32))`);
  await run(`insert into attachment (account_id, message_id, state, kind, name, type, bytes, file)
    select a.id, f.message_id, f.state, f.kind, f.name, f.type, f.bytes, f.file
    from account a, attachment f
    where a.email = 'member3@trama.example' and f.name = 'resposta-censo.pdf'`);
  // Inserts a voice note of a request, and unsent ones of an account and of a person without one.
  await run(`insert into voice_answer (request_id, file) select id, repeat('1', 32) from support_request
    where stage = 'claimed' limit 1`);
  await run(`insert into voice_answer (account_id, file, sealed)
    values ($1, repeat('2', 32), 'x'), (null, repeat('3', 32), 'x')`);
  await fillCalls(run);
  await fillCoalitions(run);
}

/** Inserts the availability of a supporter, and a call that they booked with the requester of their case. */
async function fillCalls(run: (sql: string) => Promise<unknown>): Promise<void> {
  const ofCase = `from support_request where stage = 'accepted' and assignee_id is not null
    order by id limit 1`;
  await run(`insert into call_availability (account_id, zone, shown_zone, weekly, exceptions,
      buffer_minutes, notice_hours, horizon_days, daily_limit)
    select assignee_id, 'America/Lima', 'America/Lima', '[]', '[]', 15, 24, 14, 2 ${ofCase}
    on conflict do nothing`);
  await run(`insert into introductory_call (request_id, requester_id, supporter_id, book_key, starts_at, ends_at,
      blocked_until, requester_zone, supporter_zone, state, ended_by, cancel_reason, outcome)
    select id, requester_id, assignee_id, gen_random_uuid(), now() - interval '2 days', now() - interval '47 hours',
      now() - interval '46 hours', 'America/Lima', 'America/Lima', 'held', 'supporter', null, 'lightTouch' ${ofCase}`);
}

/** Inserts a hidden coalition of a group, with a row in each table of coalitions. */
async function fillCoalitions(run: (sql: string) => Promise<unknown>): Promise<void> {
  await run(`insert into "group" (slug, name, purpose, access, is_listed, kind)
    values ('cuenca-oculta', 'Cuenca Oculta', 'Agua', 'invitation', false, 'coalition')`);
  await run(`insert into participant (coalition_id, group_id, shown_name, joined_at)
    select c.id, m.group_id, 'La Orilla', now() from "group" c, membership m
    where c.slug = 'cuenca-oculta' and m.role = 'steward' and m.ended_at is null order by m.id limit 1`);
  const source = `from participant p join membership m on m.group_id = p.group_id and m.role = 'steward'
    and m.ended_at is null join "group" c on c.id = p.coalition_id and c.slug = 'cuenca-oculta' limit 1`;
  await run(`insert into delegate (participant_id, account_id, membership_id)
    select p.id, m.account_id, m.id ${source}`);
  await run(`insert into coalition_grant (participant_id, account_id, membership_id)
    select p.id, m.account_id, m.id ${source}`);
  await run(`insert into coalition_invitation (coalition_id, maker_id, token_hash, approved_at, expires_at, used_at, used_by_id)
    select c.id, m.account_id, 'x', now(), now() + interval '1 day', now(), m.account_id ${source}`);
}
