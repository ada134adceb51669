import type { ClientBase } from 'pg';
import { DAY } from '#kernel/clock.js';
import { createSeededRandom } from '../demo/seeded-random.js';
import { copyRows, seededId, seededTimeId, type ColumnValue } from './copy-rows.js';
import { CHANNELS_PER_GROUP, groupCountFor, seededMembershipId } from './groups.js';
import { SEEDED_DATA_START, randomSentence } from './members.js';

const FIRST_AT = SEEDED_DATA_START + 101 * DAY;
const LASTS = 90 * DAY;
const UNREAD = 20;

/** Messages in all channels, with the counters of channels and readers who have read most of them. */
export async function insertSeededMessages(client: ClientBase, members: number, messages: number) {
  const who = ['account_id', 'membership_id', 'client_key'];
  const columns = ['id', 'channel_id', 'seq', 'version', ...who, 'body', 'created_at'];
  await copyRows(client, 'message', columns, messageRows(members, messages));
  await client.query(`update channel c set last_version = m.last, last_message_at = m.at
    from (select channel_id, max(version) as last, max(created_at) as at from message group by 1) m
    where m.channel_id = c.id`);
  // Marks mentions as processed and leaves the search index to `rebuild search`, so that no background job runs when a
  // measurement starts.
  await client.query(
    'insert into inbox_cursor (channel_id, version) select id, last_version from channel',
  );
  await client.query(
    'insert into channel_words (channel_id, up_to) select id, last_version from channel',
  );
  await client.query(
    `update channel_reader r
      set read_version = greatest(0, c.last_version - abs(hashtext(r.account_id::text)) % $1)
      from channel c where c.id = r.channel_id and c.last_version > 0`,
    [UNREAD],
  );
}

function* messageRows(members: number, messages: number): Generator<ColumnValue[]> {
  const random = createSeededRandom(messages);
  const groups = groupCountFor(members);
  const channels = groups * CHANNELS_PER_GROUP;
  for (let at = 0; at < messages; at++) {
    const channel = at % channels;
    const group = Math.floor(channel / CHANNELS_PER_GROUP);
    const people = Math.floor((members - group - 1) / groups) + 1;
    const author = group + groups * random.between(0, people - 1);
    const seq = Math.floor(at / channels) + 1;
    const time = new Date(FIRST_AT + Math.floor((at / messages) * LASTS));
    const where = [seededTimeId('message', at, time), seededId('channel', channel), seq, seq];
    const who = [seededId('account', author), seededMembershipId(author), seededId('sent', at)];
    yield [...where, ...who, randomSentence(random.between(3, 30), random), time];
  }
}
