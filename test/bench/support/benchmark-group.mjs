// Accounts for a benchmark: members of the seeded database, with sessions, in a group that the benchmark creates.
import { createHash, randomBytes } from 'node:crypto';
import { queryRows } from './postgres.mjs';

/** Inserts a session for each account, as a sign-in does. Returns the Cookie headers. */
export async function createSessions(db, accountIds) {
  const tokens = accountIds.map(() => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await db.query(
    `insert into session (account_id, token_hash, confirmed_at, used_at, idle_ends_at, ends_at)
      select a, h, now(), now(), now() + interval '10 days', now() + interval '10 days'
      from unnest($1::uuid[], $2::bytea[]) as x(a, h)`,
    [accountIds, hashes],
  );
  return tokens.map((token) => `trama=${token}`);
}

/** Creates a group with these members, the first as steward, and channels with full history. */
export async function createGroup(db, { slug, members, channels = 1 }) {
  const accounts = await queryRows(db, 'select id from account order by email limit $1', [members]);
  if (accounts.length < members)
    throw new Error(`the database has ${accounts.length} accounts, and the group needs ${members}`);
  const accountIds = accounts.map((account) => account.id);
  const [group] = await queryRows(
    db,
    `insert into "group" (slug, name, purpose, is_listed, access)
      values ($1::text, $1::text, 'bench', true, 'open') returning id`,
    [slug],
  );
  const membershipIds = await queryRows(
    db,
    `insert into membership (account_id, group_id, role, joined_at)
      select a, $2, case n when 1 then 'steward' else 'member' end, now()
      from unnest($1::uuid[]) with ordinality as x(a, n) order by n returning id`,
    [accountIds, group.id],
  );
  const made = await queryRows(
    db,
    `insert into channel (group_id, history, name)
      select $1, 'start', 'bench ' || n from generate_series(1, $2::int) n returning id`,
    [group.id, channels],
  );
  const cookies = await createSessions(db, accountIds);
  await db.query('analyze');
  const people = accountIds.map((accountId, at) => ({
    accountId,
    membershipId: membershipIds[at].id,
    cookie: cookies[at],
  }));
  return { groupId: group.id, channelIds: made.map((one) => one.id), people };
}

export const POST_MESSAGE_MUTATION = `mutation Post($input: PostMessageInput!) { postMessage(input: $input) {
  id channelId seq version authorId authorName body createdAt editedAt isDeleted clientId } }`;
