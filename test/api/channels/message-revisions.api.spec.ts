import { MessageErasureService } from '#channels/messages/message-erasure.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  EDIT_MESSAGE,
  DELETE_MESSAGE,
  REACT_TO_MESSAGE,
  LIST_REACTORS,
  EARLIER_TEXTS_QUERY,
  CHANNEL_CHANGES,
  sendMessage,
  reactionInput,
  addReaction,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';

const app = useApp();

describe('the earlier texts of an edited message', () => {
  it('are shown newest first to readers of the message, and to no one else', async () => {
    const { ada, ben, late, eve, old } = await makeChannelWithMessage(app);
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: old.id, body: 'Segundo' } });
    const { editMessage } = await apiAs(ben).ask(EDIT_MESSAGE, {
      input: { messageId: old.id, body: 'Tercero' },
    });
    const again = await apiAs(ben).ask(EDIT_MESSAGE, {
      input: { messageId: old.id, body: 'Tercero' },
    });
    expect(again.editMessage.version).toBe(editMessage.version);
    const { earlierTexts } = await apiAs(ada).ask(EARLIER_TEXTS_QUERY, { id: old.id });
    expect(earlierTexts.map(({ body }: { body: string }) => body)).toEqual([
      'Segundo',
      'Lo de antes',
    ]);
    for (const who of [late, eve])
      expect(await apiAs(who).code(EARLIER_TEXTS_QUERY, { id: old.id })).toBe('NOT_FOUND');
  });

  it('are deleted with the message', async () => {
    const { ada, ben, old } = await makeChannelWithMessage(app);
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: old.id, body: 'Segundo' } });
    await addReaction(ada, old.id, '👍');
    const { deleteMessage } = await apiAs(ben).ask(DELETE_MESSAGE, { id: old.id });
    expect(deleteMessage).toMatchObject({
      body: '',
      reactions: [],
      isPinned: false,
      replyToId: null,
    });
    expect(await apiAs(ada).ask(EARLIER_TEXTS_QUERY, { id: old.id })).toEqual({ earlierTexts: [] });
    expect(await apiAs(ada).ask(LIST_REACTORS, { id: old.id })).toEqual({ reactors: [] });
    expect(await apiAs(ada).code(REACT_TO_MESSAGE, reactionInput(old.id, '👍'))).toBe('FORBIDDEN');
    const rows = await app.db.query('select from earlier_text where message_id = $1', [old.id]);
    expect(rows).toEqual([]);
  });
});

it('the earlier texts of a message are limited to the last fifty edits', async () => {
  const { ada, ben, old } = await makeChannelWithMessage(app);
  for (let n = 1; n <= 52; n++)
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: old.id, body: `cambio ${n}` } });
  const { earlierTexts } = await apiAs(ada).ask(EARLIER_TEXTS_QUERY, { id: old.id });
  expect(earlierTexts).toHaveLength(50);
  expect(earlierTexts[0].body).toBe('cambio 51');
  const rows = await app.db.query('select from earlier_text where message_id = $1', [old.id]);
  expect(rows).toHaveLength(50);
});

it('when an account ends, its messages, their earlier texts and its reactions are deleted', async () => {
  const { ada, ben, id, old } = await makeChannelWithMessage(app);
  await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: old.id, body: 'Segundo' } });
  const mine = await sendMessage(ada, id, 'De Ada');
  await addReaction(ben, mine.id, '👍');
  await addReaction(ada, mine.id, '👍');
  const ear = await openSocket(ada);
  await ear.emit('watch', { channel: id });
  const { upTo } = (await apiAs(ada).ask(CHANNEL_CHANGES, { id, after: 0 })).changes;
  await app.db.write(() => app.get(MessageErasureService).takeBackEverything(ben.accountId));
  // No socket event carries this change, so open pages of the channel are notified to refetch.
  await ear.until('news', (news) => news.subject === 'channel' && news.id === id);
  closeAllSockets();
  const { changes } = await apiAs(ada).ask(CHANNEL_CHANGES, { id, after: upTo });
  expect(changes).toEqual({
    upTo: upTo + 2,
    items: [
      { id: old.id, isDeleted: true, reactions: [] },
      { id: mine.id, isDeleted: false, reactions: [{ emoji: '👍', count: 1 }] },
    ],
  });
  expect(await app.db.query('select from earlier_text where message_id = $1', [old.id])).toEqual(
    [],
  );
});
