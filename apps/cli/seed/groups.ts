import type { ClientBase } from 'pg';
import { DAY } from '#kernel/clock.js';
import { copyRows, idOf, type Value } from './copy.js';
import { BEGAN } from './members.js';
import { WORDS } from './words.js';

const PEOPLE_A_GROUP = 50;
export const CHANNELS_A_GROUP = 2;
const ACCESS = ['open', 'request', 'invitation'];

export const groupsFor = (members: number): number =>
  Math.max(1, Math.floor(members / PEOPLE_A_GROUP));

/** Groups with one steward each, everybody in one or two groups, and channels with all group members. */
export async function copyGroups(client: ClientBase, members: number): Promise<void> {
  const groups = groupsFor(members);
  const group = ['id', 'slug', 'name', 'purpose', 'is_listed', 'access'];
  await copyRows(client, '"group"', group, groupRows(groups));
  const membership = ['id', 'account_id', 'group_id', 'role', 'joined_at'];
  await copyRows(client, 'membership', membership, membershipRows(members, groups));
  const channel = ['id', 'group_id', 'history', 'name'];
  await copyRows(client, 'channel', channel, channelRows(groups));
}

function* groupRows(groups: number): Generator<Value[]> {
  for (let at = 0; at < groups; at++) {
    const word = WORDS[at % WORDS.length]!;
    const isListed = at % 4 !== 3;
    const access = isListed ? ACCESS[at % ACCESS.length]! : 'invitation';
    yield [idOf('group', at), `seed-${at + 1}`, `${word} ${at + 1}`, word, isListed, access];
  }
}

/** The member's membership in their first group, where they post. */
export const membershipId = (member: number): string => idOf('membership', member * 2);

function* membershipRows(members: number, groups: number): Generator<Value[]> {
  const joinedAt = new Date(BEGAN + 100 * DAY);
  for (let at = 0; at < members; at++) {
    const [first, second] = [at % groups, (at * 7 + 3) % groups];
    const role = at < groups ? 'steward' : 'member';
    const accountId = idOf('account', at);
    yield [membershipId(at), accountId, idOf('group', first), role, joinedAt];
    if (second === first) continue;
    const id = idOf('membership', at * 2 + 1);
    yield [id, accountId, idOf('group', second), 'member', joinedAt];
  }
}

function* channelRows(groups: number): Generator<Value[]> {
  for (let at = 0; at < groups * CHANNELS_A_GROUP; at++) {
    const history = at % CHANNELS_A_GROUP === 0 ? 'start' : 'joining';
    const groupId = idOf('group', Math.floor(at / CHANNELS_A_GROUP));
    yield [idOf('channel', at), groupId, history, WORDS[at % WORDS.length]!];
  }
}
