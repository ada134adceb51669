import { NESTED_PATHS } from '../../../apps/web/src/app/nested-paths.js';
import { ROUTE_PATHS } from '../../../apps/web/src/app/route-paths.js';
import { db } from './journey-setup.js';

/** The demo account that opens a route. `member1` opens all routes that match no entry. */
const BY: readonly [RegExp, string][] = [
  [/^\/groups\/:slug\/(edit|agreements|privacy|leave|archive|requests|members|me)/, 'steward1'],
  [/^\/groups\/succession/, 'lucrecia'],
  [/^\/coalitions\/:slug\/take-part/, 'nelly'],
  [/^\/coalitions\/invitations/, 'rayen'],
  [/^\/coalitions\/:slug\/(edit|privacy|agreements|invite|participants|members)/, 'steward1'],
  [/^\/desk/, 'moderator1'],
  [/^\/cases/, 'supporter1'],
  [/^\/me\/notices/, 'member2'],
  [/^\/(admin|approvals)/, 'admin1'],
  [/^\/audit/, 'auditor1'],
  [/^\/(status|join|support\/:id\/phrase)/, 'applicant1'],
];
export const handleForRoute = (path: string) => BY.find(([of]) => of.test(path))?.[1] ?? 'member1';
const NESTED: Record<string, readonly string[]> = NESTED_PATHS;
export const PATHS: readonly string[] = ROUTE_PATHS.flatMap((path) =>
  (NESTED[path] ?? ['']).map((below) => path.replace('/*', '') + (below === '/' ? '' : below)),
);
export const pathsOf = (handle: string) => PATHS.filter((path) => handleForRoute(path) === handle);

export const MEMBER1_ID_SQL = `(select id from account where email = 'member1@trama.example')`;
/** SQL queries that find the parameters of a route, so that the page has content. */
const ROWS: readonly [string, string][] = [
  [
    '/people/:id',
    `select p.id from profile p join profile_field f using (account_id)
    where f.kind = 'name' and f.audience = 'members' and p.account_id <> ${MEMBER1_ID_SQL}
      order by p.takes_requests, p.id limit 1`,
  ],
  [
    '/introductions/:id',
    `select id from introduction where ${MEMBER1_ID_SQL} in (asker_id, asked_id) order by id limit 1`,
  ],
  [
    '/channels/:id',
    `select c.id from channel c join membership m on m.group_id = c.group_id
    where m.account_id = ${MEMBER1_ID_SQL} and m.ended_at is null order by c.last_version desc limit 1`,
  ],
  [
    '/channels/:id/topics/:topicId',
    `select t.channel_id as id, t.id as "topicId" from topic t join channel c on c.id = t.channel_id
      join membership m on m.group_id = c.group_id
    where m.account_id = ${MEMBER1_ID_SQL} and m.ended_at is null order by t.id limit 1`,
  ],
  [
    '/desk/applications/:id',
    `select id from application where stage in ('submitted', 'inReview') order by id limit 1`,
  ],
  [
    '/groups/:slug/members/:id',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is null order by m.joined_at desc limit 1`,
  ],
  [
    '/groups/:slug/members/:id/remove',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is null and m.role = 'member' order by m.joined_at limit 1`,
  ],
  [
    '/groups/:slug/members/:id/exposure',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is not null limit 1`,
  ],
  [
    '/coalitions/:slug/members/:id',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'three' and m.persona_name is not null and m.ended_at is null limit 1`,
  ],
  [
    '/coalitions/:slug/members/:id/exposure',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'three' and m.ended_at is not null limit 1`,
  ],
  [
    '/coalitions/:slug/members/:id/remove',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'three' and m.persona_name is not null and m.ended_at is null limit 1`,
  ],
  ...['', '/people', '/delegates', '/name'].map((part): [string, string] => [
    `/coalitions/:slug/participants/:id${part}`,
    `select id from participant where group_id = (select id from "group" where slug = 'one')`,
  ]),
  [
    '/coalitions/:slug/participants/:id/end',
    `select id from participant where shown_name is not null limit 1`,
  ],
  [
    '/coalitions/invitations/:id',
    `select id from coalition_invitation where used_at is null limit 1`,
  ],
  ['/support/ask/:step', `select 'goal' as step`],
  ...['', '/call', '/conversation'].map((part): [string, string] => [
    `/support/:id${part}`,
    `select id from support_request where requester_id = ${MEMBER1_ID_SQL} and stage = 'accepted'
      order by accepted_at desc limit 1`,
  ]),
  [
    '/support/:id/phrase',
    `select r.id from support_request r join account a on a.id = r.requester_id
      where a.email = 'applicant1@trama.example' limit 1`,
  ],
  [
    '/support/:id/summary',
    `select id from support_request where requester_id = ${MEMBER1_ID_SQL} and stage = 'closed' limit 1`,
  ],
  [
    '/support/:id/end',
    `select id from support_request where requester_id = ${MEMBER1_ID_SQL} and stage = 'waiting' limit 1`,
  ],
  ...['', '/conversation', '/internal'].map((part): [string, string] => [
    `/cases/:id${part}`,
    `select id from support_request where stage = 'accepted' and assignee_id =
      (select id from account where email = 'supporter1@trama.example')
      order by accepted_at desc limit 1`,
  ]),
  [
    '/cases/:id/outside/:channelId',
    `select case_id as id, id as "channelId" from channel where thread = 'outside' limit 1`,
  ],
  ['/groups/succession/:id', `select id from succession_request where state = 'waiting' limit 1`],
  ['/admin/emergency/:id', 'select id from emergency_line limit 1'],
  ['/approvals/:id', `select id from two_person_act where state = 'waiting' limit 1`],
  ['/desk/reopening/:id', `select id from reopening where stage = 'open' limit 1`],
  ['/desk/matters/:id', `select id from matter where stage = 'open' limit 1`],
  [
    '/me/notices/:id',
    `select id from notice where account_id =
      (select id from account where email = 'member2@trama.example') limit 1`,
  ],
];

/**
 * Returns the URL of a route with its parameters filled in. Without a matching row, a random id opens the "not found"
 * page.
 */
export async function urlOfRoute(path: string): Promise<string> {
  const slugs = { organisations: 'radio-puerto-manso', coalitions: 'three', groups: 'one' };
  const slug = slugs[path.split('/')[1] as keyof typeof slugs];
  const filled = path.replace(':slug', slug);
  if (!filled.includes(':')) return `/app${filled === '/' ? '' : filled}`;
  const sql = ROWS.find(([of]) => of === path)?.[1];
  const [row] = sql ? (await db.query<Record<string, string>>(sql)).rows : [];
  return `/app${filled.replaceAll(/:(\w+)/g, (_, name) => row?.[name] ?? crypto.randomUUID())}`;
}
