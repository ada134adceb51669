import { randomUUID } from 'node:crypto';
import { ReactionsService } from '#channels/messages/reactions.service.js';
import { NotFound } from '#kernel/errors.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { viewerOfRequester } from '../../support/matrix/hidden-rows.js';
import {
  POST_MESSAGE,
  DELETE_MESSAGE,
  REACT_TO_MESSAGE,
  PIN_MESSAGE,
  READ_MESSAGE,
  LIST_REACTORS,
  PINNED_MESSAGES_QUERY,
  CHANNEL_CHANGES,
  messageInput,
  sendMessage,
  reactionInput,
  addReaction,
  pinInput,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();

describe('a reply', () => {
  it('contains the id of the message it answers, and none of its text', async () => {
    const { ada, late, id, old } = await makeChannelWithMessage(app);
    const answer = await sendMessage(ada, id, 'Sí, de acuerdo', old.id);
    expect(answer.replyToId).toBe(old.id);
    const { message } = await apiAs(late).ask(READ_MESSAGE, { id: answer.id });
    expect(message).toMatchObject({ replyToId: old.id, body: 'Sí, de acuerdo' });
    expect(JSON.stringify(message)).not.toContain(old.body);
    expect(await apiAs(late).code(READ_MESSAGE, { id: old.id })).toBe('NOT_FOUND');
  });

  it('gets the same rejection for a message that its author cannot read as for an unknown id', async () => {
    const { ben, late, id, old } = await makeChannelWithMessage(app);
    const elsewhere = await makeChannelWithMessage(app);
    const fresh = await sendMessage(ben, id, 'Lo de ahora');
    expect((await sendMessage(late, id, 'A lo de ahora', fresh.id)).replyToId).toBe(fresh.id);
    const raw = async (replyToId: string) =>
      (await apiAs(late).raw(POST_MESSAGE, messageInput(id, 'A escondidas', replyToId))).text();
    const hidden = await raw(old.id);
    expect(hidden).toContain('NOT_FOUND');
    for (const other of [elsewhere.old.id, randomUUID(), 'x'])
      expect(await raw(other)).toBe(hidden);
    const rows = await app.db.query(`select from message where body = 'A escondidas'`);
    expect(rows).toEqual([]);
  });

  it('stays when the message it answers is deleted', async () => {
    const { ada, ben, id, old } = await makeChannelWithMessage(app);
    const answer = await sendMessage(ada, id, 'Sí', old.id);
    await apiAs(ben).ask(DELETE_MESSAGE, { id: old.id });
    expect((await apiAs(ben).ask(READ_MESSAGE, { id: answer.id })).message).toMatchObject({
      body: 'Sí',
    });
    expect((await apiAs(ada).ask(READ_MESSAGE, { id: old.id })).message).toMatchObject({
      body: '',
    });
  });
});

describe('a reaction', () => {
  it('counts once per person, is marked for its author, and can be taken back', async () => {
    const { ada, ben, old } = await makeChannelWithMessage(app);
    const first = await addReaction(ada, old.id, '👍');
    expect(first).toMatchObject({ reactions: [{ emoji: '👍', count: 1 }], ownReactions: ['👍'] });
    expect((await addReaction(ada, old.id, '👍')).version).toBe(first.version);
    const second = await addReaction(ben, old.id, '👍');
    expect(second.reactions).toEqual([{ emoji: '👍', count: 2 }]);
    expect(second.version).toBe(first.version + 1);
    await addReaction(ben, old.id, '❤');
    expect((await apiAs(ada).ask(READ_MESSAGE, { id: old.id })).message).toMatchObject({
      reactions: [
        { emoji: '👍', count: 2 },
        { emoji: '❤️', count: 1 },
      ],
      ownReactions: ['👍'],
    });
    const left = await addReaction(ada, old.id, '👍', false);
    expect(left).toMatchObject({ reactions: [{ emoji: '👍', count: 1 }, { count: 1 }] });
    expect(left.ownReactions).toEqual([]);
    expect((await addReaction(ada, old.id, '👍', false)).version).toBe(left.version);
  });

  it('lists who reacted, by membership', async () => {
    const { ada, ben, late, eve, old } = await makeChannelWithMessage(app);
    await addReaction(ada, old.id, '👍');
    const { reactors } = await apiAs(ben).ask(LIST_REACTORS, { id: old.id });
    const [row] = await app.db.query<{ membership_id: string }>(
      'select membership_id from reaction where message_id = $1',
      [old.id],
    );
    expect(reactors).toEqual([
      { emoji: '👍', authorId: row!.membership_id, authorName: expect.stringMatching(/./) },
    ]);
    expect(JSON.stringify(reactors)).not.toContain(ada.accountId);
    for (const who of [late, eve]) {
      expect(await apiAs(who).code(LIST_REACTORS, { id: old.id })).toBe('NOT_FOUND');
      expect(await apiAs(who).code(REACT_TO_MESSAGE, reactionInput(old.id, '👍'))).toBe(
        'NOT_FOUND',
      );
    }
  });

  it.each([
    '',
    'a',
    '👍👍',
    '<b>',
    '1',
    '👍 hola',
    ' '.repeat(40),
    '🇲',
    '\u200d',
    '👍'.repeat(500),
  ])('rejects %j, which is not an emoji', async (emoji) => {
    const { ada, old } = await makeChannelWithMessage(app);
    expect(await apiAs(ada).code(REACT_TO_MESSAGE, reactionInput(old.id, emoji))).toBe('INVALID');
    expect(await addReaction(ada, old.id, '👩🏽‍🚒')).toMatchObject({ reactions: [{ emoji: '👩🏽‍🚒' }] });
  });

  it('is rejected beyond twenty different emoji per message; more people may still add an emoji that is in use', async () => {
    const { ada, ben, old } = await makeChannelWithMessage(app);
    const kinds = [...'😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😗😚😙'];
    expect(kinds).toHaveLength(20);
    for (const emoji of kinds) await addReaction(ada, old.id, emoji);
    expect(await apiAs(ben).code(REACT_TO_MESSAGE, reactionInput(old.id, '👍'))).toBe('CONFLICT');
    expect((await addReaction(ben, old.id, '😀')).reactions[0]).toEqual({ emoji: '😀', count: 2 });
  });

  it('is counted correctly under concurrent requests', async () => {
    const { ada, ben, id, old } = await makeChannelWithMessage(app);
    await Promise.all(
      [ada, ben].flatMap((who) => ['👍', '❤️', '🎉'].map((one) => addReaction(who, old.id, one))),
    );
    const { message } = await apiAs(ada).ask(READ_MESSAGE, { id: old.id });
    expect(message.reactions.map((one: { count: number }) => one.count)).toEqual([2, 2, 2]);
    const { changes } = await apiAs(ada).ask(CHANNEL_CHANGES, { id, after: old.version });
    expect(changes).toMatchObject({ upTo: message.version, items: [{ id: old.id }] });
    expect(message.version).toBe(old.version + 6);
  });

  it('does not deadlock with concurrent replies to the same message', async () => {
    const { ada, ben, id, old } = await makeChannelWithMessage(app);
    const kinds = ['👍', '❤️', '🎉', '🌱', '💪', '😀'];
    const codes = await Promise.all(
      [...kinds, ...kinds].flatMap((emoji, n) => [
        apiAs(ada).code(REACT_TO_MESSAGE, reactionInput(old.id, emoji, n < 6)),
        apiAs(ben).code(POST_MESSAGE, messageInput(id, `Respuesta ${n}`, old.id)),
      ]),
    );
    expect(new Set(codes)).toEqual(new Set(['OK']));
    const [row] = await app.db.query<{ count: number }>(
      'select count(*)::int as count from message where reply_to_id = $1',
      [old.id],
    );
    expect(row!.count).toBe(12);
  });

  it('is rejected if its author left the group after the viewer was loaded, and never shows their profile', async () => {
    const { ben, ada, old } = await makeChannelWithMessage(app);
    const viewer = (await viewerOfRequester(app, ben))!;
    await app.db.query('update membership set ended_at = now() where account_id = $1', [
      ben.accountId,
    ]);
    await expect(app.get(ReactionsService).react(viewer, old.id, '👍', true)).rejects.toThrow(
      NotFound,
    );
    expect(await apiAs(ada).ask(LIST_REACTORS, { id: old.id })).toEqual({ reactors: [] });
  });
});

describe('a pin', () => {
  it('is set and removed by a steward, and listed to readers of the message', async () => {
    const { ada, ben, late, eve, id, old } = await makeChannelWithMessage(app);
    expect(await apiAs(ben).code(PIN_MESSAGE, pinInput(old.id))).toBe('FORBIDDEN');
    const { pinMessage } = await apiAs(ada).ask(PIN_MESSAGE, pinInput(old.id));
    expect(pinMessage.isPinned).toBe(true);
    expect((await apiAs(ada).ask(PIN_MESSAGE, pinInput(old.id))).pinMessage.version).toBe(
      pinMessage.version,
    );
    const fresh = await sendMessage(ben, id, 'Lo de ahora');
    await apiAs(ada).ask(PIN_MESSAGE, pinInput(fresh.id));
    const bodies = async (who: Person) =>
      (await apiAs(who).ask(PINNED_MESSAGES_QUERY, { id })).pinnedMessages.map(
        (one: { body: string }) => one.body,
      );
    expect(await bodies(ben)).toEqual(['Lo de ahora', 'Lo de antes']);
    expect(await bodies(late)).toEqual(['Lo de ahora']);
    expect(await apiAs(eve).code(PINNED_MESSAGES_QUERY, { id })).toBe('NOT_FOUND');
    await apiAs(ada).ask(PIN_MESSAGE, pinInput(fresh.id, false));
    expect(await bodies(ben)).toEqual(['Lo de antes']);
    await apiAs(ben).ask(DELETE_MESSAGE, { id: old.id });
    expect(await bodies(ben)).toEqual([]);
  });

  it('is limited to thirty per channel', async () => {
    const { ada, id, old } = await makeChannelWithMessage(app);
    for (let n = 0; n < 30; n++)
      await apiAs(ada).ask(PIN_MESSAGE, pinInput((await sendMessage(ada, id, `${n}`)).id));
    expect(await apiAs(ada).code(PIN_MESSAGE, pinInput(old.id))).toBe('CONFLICT');
  });
});

it('marking a message as unread makes it and all later messages unread again, for its reader alone', async () => {
  const { ada, ben, late, eve, id, old } = await makeChannelWithMessage(app);
  await sendMessage(ben, id, 'Otro más');
  const unread = async (who: Person) =>
    (await apiAs(who).ask('query ($id: ID!) { channel(id: $id) { unreadCount } }', { id })).channel
      .unreadCount;
  const MARK_READ = 'mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }';
  for (const who of [ada, late])
    await apiAs(who).ask(MARK_READ, { input: { channelId: id, seq: 2 } });
  expect([await unread(ada), await unread(late)]).toEqual([0, 0]);
  const UNREAD = 'mutation ($id: ID!) { markUnread(messageId: $id) { unreadCount } }';
  expect(await apiAs(ada).ask(UNREAD, { id: old.id })).toEqual({ markUnread: { unreadCount: 2 } });
  for (const who of [late, eve])
    expect(await apiAs(who).code(UNREAD, { id: old.id })).toBe('NOT_FOUND');
  expect([await unread(ada), await unread(late)]).toEqual([2, 0]);
  // Unread messages before the marked message stay unread.
  const last = await sendMessage(ben, id, 'Y otro');
  await apiAs(ada).ask(UNREAD, { id: last.id });
  expect(await unread(ada)).toBe(3);
});
