import type { ClientBase } from 'pg';
import { DAY } from '#kernel/clock.js';
import { copyRows, seededId, type ColumnValue } from './copy-rows.js';
import { SEEDED_DATA_START } from './members.js';
import { SENTENCE_WORDS } from './names-and-words.js';

const PEOPLE_A_GROUP = 50;
export const CHANNELS_PER_GROUP = 2;
const ACCESS = ['open', 'request', 'invitation'];

export const groupCountFor = (members: number): number =>
  Math.max(1, Math.floor(members / PEOPLE_A_GROUP));

/** Groups with one steward each, everybody in one or two groups, and channels with all group members. */
export async function insertSeededGroups(client: ClientBase, members: number): Promise<void> {
  const groups = groupCountFor(members);
  const group = ['id', 'slug', 'name', 'purpose', 'is_listed', 'access'];
  await copyRows(client, '"group"', group, groupRows(groups));
  const membership = ['id', 'account_id', 'group_id', 'role', 'joined_at'];
  await copyRows(client, 'membership', membership, membershipRows(members, groups));
  const channel = ['id', 'group_id', 'history', 'name'];
  await copyRows(client, 'channel', channel, channelRows(groups));
}

function* groupRows(groups: number): Generator<ColumnValue[]> {
  for (let at = 0; at < groups; at++) {
    const word = SENTENCE_WORDS[at % SENTENCE_WORDS.length]!;
    const isListed = at % 4 !== 3;
    const access = isListed ? ACCESS[at % ACCESS.length]! : 'invitation';
    yield [seededId('group', at), `seed-${at + 1}`, `${word} ${at + 1}`, word, isListed, access];
  }
}

/** Returns the id of the membership with which a seeded member posts: in the first of their groups. */
export const seededMembershipId = (member: number): string => seededId('membership', member * 2);

function* membershipRows(members: number, groups: number): Generator<ColumnValue[]> {
  const joinedAt = new Date(SEEDED_DATA_START + 100 * DAY);
  for (let at = 0; at < members; at++) {
    const [first, second] = [at % groups, (at * 7 + 3) % groups];
    const role = at < groups ? 'steward' : 'member';
    const accountId = seededId('account', at);
    yield [seededMembershipId(at), accountId, seededId('group', first), role, joinedAt];
    if (second === first) continue;
    const id = seededId('membership', at * 2 + 1);
    yield [id, accountId, seededId('group', second), 'member', joinedAt];
  }
}

function* channelRows(groups: number): Generator<ColumnValue[]> {
  for (let at = 0; at < groups * CHANNELS_PER_GROUP; at++) {
    const history = at % CHANNELS_PER_GROUP === 0 ? 'start' : 'joining';
    const groupId = seededId('group', Math.floor(at / CHANNELS_PER_GROUP));
    yield [seededId('channel', at), groupId, history, SENTENCE_WORDS[at % SENTENCE_WORDS.length]!];
  }
}
