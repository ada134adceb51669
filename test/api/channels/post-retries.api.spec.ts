import { randomUUID } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  conversationOf,
  END_ALLIANCE,
  PUT_AWAY_CONVERSATION,
} from '../../support/messages/conversations.js';
import { makeVisiblePair } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { makeTwoChannels } from '../../support/messages/post-messages.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();

const POST = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version body clientId mentionsAll } }`;
const ARCHIVE = 'mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }';
const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const HAND_OVER = 'mutation ($id: ID!) { handOverStewardship(membershipId: $id) }';

interface Input {
  readonly channelId: string;
  readonly clientId: string;
  readonly body: string;
}
const saying = (channelId: string, more: object = {}): Input => ({
  ...{ channelId, clientId: randomUUID(), body: 'Una vez' },
  ...more,
});
const send = async (who: Person, input: Input) =>
  (await apiAs(who).ask(POST, { input })).postMessage;
const raw = async (who: Person, input: Input) => (await apiAs(who).raw(POST, { input })).text();
const refused = (who: Person, input: Input) =>
  apiAs(who)
    .ask(POST, { input })
    .then(() => 'OK')
    .catch(({ code, reason }) => [code, reason].join(' ').trim());
const other = (input: Input): Input => ({ ...input, clientId: randomUUID() });

describe('a repeated request to post a message', () => {
  it('returns the message after its channel was archived, and writes nothing new', async () => {
    const { ada, ben, channelId } = await makeTwoChannels(app);
    const input = saying(channelId);
    const sent = await send(ben, input);
    await apiAs(ada).ask(ARCHIVE, { id: channelId });
    expect(await send(ben, input)).toEqual(sent);
    expect(await refused(ben, other(input))).toBe('FORBIDDEN channel.archived');
    // A client key belongs to its author and gives no other account the message.
    expect(await refused(ada, input)).toBe('FORBIDDEN channel.archived');
    const rows = await app.db.query('select from message where channel_id = $1', [channelId]);
    expect(rows).toHaveLength(1);
  });

  it('returns the message to both former allies, until they put the conversation away', async () => {
    const { ada, ben, benShown } = await makeVisiblePair(app);
    await makeAllies(app, ada, ben);
    await waitForJobs(app);
    const channelId = await conversationOf(ada);
    const [adas, bens] = [saying(channelId), saying(channelId)];
    const sent = [await send(ada, adas), await send(ben, bens)];
    await apiAs(ada).ask(END_ALLIANCE, { personId: benShown.personId });
    expect([await send(ada, adas), await send(ben, bens)]).toEqual(sent);
    expect(await refused(ada, other(adas))).toBe('FORBIDDEN conversation.ended');
    await apiAs(ben).ask(PUT_AWAY_CONVERSATION, { id: channelId });
    expect(await raw(ben, bens)).toBe(await raw(ben, other({ ...bens, channelId: randomUUID() })));
    expect(await send(ada, adas)).toEqual(sent[0]);
  });

  it('returns a message that mentions the whole channel to its author, even if they are no longer steward', async () => {
    const { ada, channelId, cleoInside } = await makeTwoChannels(app);
    const input = saying(channelId, { mentionsAll: true });
    const sent = await send(ada, input);
    expect(sent.mentionsAll).toBe(true);
    await apiAs(ada).ask(HAND_OVER, { id: cleoInside });
    expect(await send(ada, input)).toEqual(sent);
    expect(await refused(ada, other(input))).toMatch(/^FORBIDDEN/);
  });
});

describe('an account that cannot read a channel', () => {
  it('gets the answer of an unknown channel, whether or not its client key was used', async () => {
    const { ada, cleo, eve, cleoInside, channelId, otherId } = await makeTwoChannels(app);
    const aside = await factories.group(app, { steward: eve });
    const evesId = (await factories.channel(app, { group: aside })).id;
    const [cleos, eves] = [saying(channelId), saying(evesId)];
    await send(cleo, cleos);
    await send(eve, eves);
    await apiAs(ada).ask(REMOVE, { id: cleoInside });
    const ways = [{}, { mentionsAll: true }, { attachmentIds: [randomUUID()] }];
    for (const way of ways) {
      for (const [who, used] of [
        [cleo, cleos],
        [eve, eves],
      ] as const) {
        const nowhere = await raw(who, saying(randomUUID(), way));
        expect(nowhere).toContain('NOT_FOUND');
        for (const { clientId } of [used, saying(channelId)])
          for (const id of [channelId, otherId, randomUUID()])
            expect(await raw(who, saying(id, { clientId, ...way }))).toBe(nowhere);
      }
    }
  });

  it('does not get back messages from before it left, after it rejoins', async () => {
    const { ada, ben, cleo, group, cleoInside, channelId } = await makeTwoChannels(app);
    const input = saying(channelId);
    await send(cleo, input);
    await apiAs(ada).ask(REMOVE, { id: cleoInside });
    await send(ben, saying(channelId));
    await factories.membership(app, { group, person: cleo });
    expect(await refused(cleo, input)).toBe('CONFLICT message.expired');
    expect(await refused(cleo, other(input))).toBe('OK');
  });
});

describe('the posting limits of an account', () => {
  const AT_ONCE = 20;
  /** Sets how many points of a rate limit the account has already used. */
  const leave = (prefix: string, { accountId }: Person, points: number) =>
    app.db.query(`insert into rate_limit (key, points, expire) values ($1, $2, $3)`, [
      `${prefix}:${accountId}`,
      points,
      Date.now() + 3_600_000,
    ]);
  const answersTo = async (who: Person, channelId: string, count: number, body: string) => {
    const answers = new Set<string>();
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - sent) }, () =>
        refused(who, saying(channelId, { body })),
      );
      for (const answer of await Promise.all(some)) answers.add(answer);
    }
    return answers;
  };

  it('reject more than two thousand messages and reactions in ten seconds, for that account alone', async () => {
    const { ada, ben, channelId } = await makeTwoChannels(app);
    const { id: messageId } = await send(ben, saying(channelId));
    await leave('posts', ben, 1_900);
    expect(await answersTo(ben, channelId, 140, 'sí')).toEqual(new Set(['OK']));
    expect(await answersTo(ben, channelId, 120, 'sí')).toEqual(
      new Set(['OK', 'TOO_MANY message.tooFast']),
    );
    const react = 'mutation ($input: ReactInput!) { react(input: $input) { id } }';
    expect(await apiAs(ben).code(react, { input: { messageId, emoji: '👍', isOn: true } })).toBe(
      'TOO_MANY',
    );
    expect(await refused(ada, saying(channelId))).toBe('OK');
  });

  it('reject more text per day than allowed, in messages and edits together', async () => {
    const { ben, channelId } = await makeTwoChannels(app);
    const { id: messageId } = await send(ben, saying(channelId));
    const KB = 1_024;
    await leave('text', ben, 20 * KB * KB - 64 * KB);
    const body = 'a'.repeat(4_000);
    expect(await answersTo(ben, channelId, 30, body)).toEqual(new Set(['OK']));
    expect(await answersTo(ben, channelId, 10, body)).toEqual(
      new Set(['OK', 'TOO_MANY message.tooMuchText']),
    );
    const edit = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { id } }';
    expect(await apiAs(ben).code(edit, { input: { messageId, body } })).toBe('TOO_MANY');
  });
});
