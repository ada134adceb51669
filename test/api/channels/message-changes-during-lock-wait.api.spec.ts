import { MembershipRole } from '#members/membership.entity.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables } from '../../support/app/client.js';
import { DESCRIBE_FILE, postFiles, sendFile } from '../../support/app/upload-files.js';
import { factories } from '../../support/factories/factories.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  PIN_MESSAGE,
  pinInput,
  sendMessage,
  REACT_TO_MESSAGE,
  addReaction,
  reactionInput,
} from '../../support/messages/message-documents.js';
import { greenPicture } from '../../support/app/test-pictures.js';
import {
  matterOf,
  reportSubject,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

/**
 * Changing a message waits for the lock on the message or its channel; these tests change other facts during that wait.
 */
const app = useApp();
afterEach(() => app.db.query('delete from rate_limit'));

const REMOVE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
const REMOVE_MEMBER = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const HAND_OVER = 'mutation ($id: ID!) { handOverStewardship(membershipId: $id) }';
const LOCKS = {
  message: 'select from message where id = $1 for no key update',
  channel:
    'select from channel where id = (select channel_id from message where id = $1) for no key update',
};

/** Ada and Abe are stewards of a group in which Ben wrote a message; Mo moderates. */
async function setting() {
  const people = await makePeople(app, {
    ada: 'steward',
    abe: 'steward',
    ben: 'member',
    mo: 'moderator',
  });
  const { ada, abe, ben } = people;
  const shown = {
    ada: await makeVisibleProfile(ada),
    abe: await makeVisibleProfile(abe),
    ben: await makeVisibleProfile(ben),
  };
  const group = await factories.group(app, { steward: ada });
  const seats = {
    abe: (await factories.membership(app, { group, person: abe, role: MembershipRole.steward })).id,
    ben: (await factories.membership(app, { group, person: ben })).id,
  };
  const channel = await factories.channel(app, { group });
  const message: { id: string } = await sendMessage(ben, channel.id, 'Lo de antes');
  return { ...people, shown, seats, channelId: channel.id, messageId: message.id };
}
type There = Awaited<ReturnType<typeof setting>>;
interface Act {
  readonly who: 'abe' | 'ben';
  readonly messageId: string;
  readonly document: string;
  readonly variables: GraphqlVariables;
}

const edited = ({ messageId }: There, more: object = {}): Act => ({
  ...{ who: 'ben', messageId, document: EDIT_MESSAGE },
  variables: { input: { messageId, body: 'Lo de ahora', ...more } },
});
const pinned = ({ messageId }: There, isPinned = true): Act => ({
  ...{ who: 'abe', messageId, document: PIN_MESSAGE, variables: pinInput(messageId, isPinned) },
});
const reacted = ({ messageId }: There, isOn = true): Act => ({
  ...{
    who: 'ben',
    messageId,
    document: REACT_TO_MESSAGE,
    variables: reactionInput(messageId, '🌱', isOn),
  },
});

const ACTS: Record<string, (there: There) => Act | Promise<Act>> = {
  edited,
  pinned,
  unpinned: async (there) => {
    await apiAs(there.abe).ask(PIN_MESSAGE, pinInput(there.messageId));
    return pinned(there, false);
  },
  'deleted by its author': ({ messageId }) => ({
    ...{ who: 'ben', messageId, document: DELETE_MESSAGE, variables: { id: messageId } },
  }),
  'removed by a steward': ({ messageId }) => ({
    ...{ who: 'abe', messageId, document: REMOVE, variables: { id: messageId } },
  }),
  described: async ({ ben, channelId }) => {
    const about = { name: 'marcha.jpg', type: 'image/jpeg' };
    const { id } = await sendFile(ben, await greenPicture().jpeg().toBuffer(), about);
    const { id: messageId } = await postFiles(ben, channelId, [id], 'Mira');
    return { who: 'ben', messageId, document: DESCRIBE_FILE, variables: { id, text: 'La marcha' } };
  },
  'reacted to': reacted,
  'relieved of a reaction': async (there) => {
    await addReaction(there.ben, there.messageId, '🌱');
    return reacted(there, false);
  },
};

/** Changes during the wait, and the answer that the waiting operation then gets. */
const HAPPENINGS: Record<string, { code: string; happens: (there: There, act: Act) => unknown }> = {
  nothing: { code: 'OK', happens: () => undefined },
  'the removal of the member': {
    ...{ code: 'NOT_FOUND' },
    happens: ({ ada, seats }, { who }) => apiAs(ada).ask(REMOVE_MEMBER, { id: seats[who] }),
  },
  'the suspension of the member': {
    ...{ code: 'UNAUTHENTICATED' },
    happens: async ({ ada, mo, shown }, { who }) => {
      const reportId = await reportSubject(ada, 'Profile', shown[who].personId);
      await claimAndSuspend(mo, await matterOf(ada, reportId));
    },
  },
};

/** Resolves when another connection waits for a lock that the connection `pid` holds. */
async function isWaitedFor(pid: number): Promise<void> {
  const sql = `select from pg_stat_activity
    where datname = current_database() and $1 = any(pg_blocking_pids(pid))`;
  while ((await app.db.query(sql, [pid])).length === 0);
}

/**
 * Runs `happens` while the operation waits for a lock, and returns the answer of the operation. The lock holder may run
 * `last` before it commits.
 */
async function meanwhile(
  { document, variables, messageId }: Act,
  who: Person,
  { held = 'message' as keyof typeof LOCKS, happens = async () => undefined as unknown, last = '' },
): Promise<string> {
  const lock = await app.db.connect();
  try {
    await lock.query('begin');
    const { rows } = await lock.query<{ pid: number }>('select pg_backend_pid() as pid');
    await lock.query(LOCKS[held], [messageId]);
    const answer = apiAs(who).code(document, variables);
    await isWaitedFor(rows[0]!.pid);
    await happens();
    if (last) await lock.query(last, [messageId, app.clock.now()]);
    await lock.query('commit');
    return await answer;
  } finally {
    await lock.end();
  }
}

/**
 * Returns the whole state of a message, without its version: the end of the author's membership gives it a new one, so that
 * clients fetch it without author.
 */
const stateOf = async (messageId: string) =>
  (
    await app.db.query(
      `select to_jsonb(m) - 'expires_at' - 'version' as message,
         array(select to_jsonb(f) from attachment f where f.message_id = m.id) as files,
         array(select to_jsonb(r) from reaction r where r.message_id = m.id) as reactions,
         array(select to_jsonb(e) from earlier_text e where e.message_id = m.id) as texts
       from message m where m.id = $1`,
      [messageId],
    )
  )[0];

describe.each(Object.entries(HAPPENINGS))(
  'when %s happens during the wait for the lock',
  (_what, { code, happens }) => {
    it.each(Object.entries(ACTS))(
      `a message is ${code === 'OK' ? '' : 'not '}%s`,
      async (_how, actOf) => {
        const there = await setting();
        const act = await actOf(there);
        const before = await stateOf(act.messageId);
        const answer = await meanwhile(act, there[act.who], {
          happens: async () => happens(there, act),
        });
        expect(answer).toBe(code);
        const isChanged = JSON.stringify(await stateOf(act.messageId)) !== JSON.stringify(before);
        expect(isChanged).toBe(code === 'OK');
      },
    );
  },
);

it.each(Object.entries(ACTS))(
  'a message that expires during the wait for its lock is not %s, and the answer is NOT_FOUND',
  async (_how, actOf) => {
    const there = await setting();
    const act = await actOf(there);
    const before = await stateOf(act.messageId);
    const last = 'update message set expires_at = $2 where id = $1';
    expect(await meanwhile(act, there[act.who], { last })).toBe('NOT_FOUND');
    expect(await stateOf(act.messageId)).toEqual(before);
  },
);

describe('when the channel is locked', () => {
  it.each(['edited', 'pinned', 'deleted by its author', 'removed by a steward', 'reacted to'])(
    'a message is not %s by a member who is removed from the group during the wait',
    async (how) => {
      const there = await setting();
      const act = await ACTS[how]!(there);
      const before = await stateOf(act.messageId);
      const happens = () => apiAs(there.ada).ask(REMOVE_MEMBER, { id: there.seats[act.who] });
      const waiting = { held: 'channel', happens } as const;
      expect(await meanwhile(act, there[act.who], waiting)).toBe('NOT_FOUND');
      expect(await stateOf(act.messageId)).toEqual(before);
    },
  );

  it('a member who hands the group over during the wait may not mention the whole channel; a steward may', async () => {
    for (const isHandedOver of [true, false]) {
      const there = await setting();
      const { abe, seats, channelId } = there;
      const own: { id: string } = await sendMessage(abe, channelId, 'Lo mío');
      const act = edited({ ...there, messageId: own.id }, { mentionsAll: true });
      const happens = async () => isHandedOver && apiAs(abe).ask(HAND_OVER, { id: seats.ben });
      const answer = await meanwhile(act, abe, { held: 'channel', happens });
      expect(answer).toBe(isHandedOver ? 'FORBIDDEN' : 'OK');
    }
  });

  it('a member who is removed during the wait does not learn that too many messages are pinned', async () => {
    for (const isRemoved of [true, false]) {
      const there = await setting();
      const { ada, abe, seats, channelId } = there;
      for (let n = 0; n < 30; n++) await sendMessage(abe, channelId, `${n}`);
      const sql = 'update message set pinned_at = created_at where channel_id = $1 and id <> $2';
      await app.db.query(sql, [channelId, there.messageId]);
      const happens = async () => isRemoved && apiAs(ada).ask(REMOVE_MEMBER, { id: seats.abe });
      const answer = await meanwhile(pinned(there), abe, { held: 'channel', happens });
      expect(answer).toBe(isRemoved ? 'NOT_FOUND' : 'CONFLICT');
    }
  });
});
