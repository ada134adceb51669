import fc from 'fast-check';
import {
  findFirstUnread,
  notYetInFeed,
} from '../../apps/web/src/features/channels/feed/feed-layout.js';
import { reactionsWithQueued } from '../../apps/web/src/features/channels/messages/reactions.js';
import { timelineOf, restartedFrom } from '../../apps/web/src/features/channels/feed/timeline.js';
import {
  isStillReadable,
  MAX_STORED_CHANNELS,
  MAX_STORED_MESSAGES,
  lastMessagesOf,
  surplusFeeds,
  storedWithoutExpired,
} from '../../apps/web/src/lib/device/stored-feed-rules.js';

const said = (seq: number, version = seq) => ({ id: `m${seq}`, seq, version });
const known = (count: number, hasMore: boolean) => ({
  messages: Array.from({ length: count }, (_, at) => said(at + 1)),
  upTo: count,
  from: 0,
  hasMore,
});

describe('channels stored on a device', () => {
  it('contain the last messages of each channel and whether earlier messages exist', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.boolean(), (count, hasMore) => {
        const { messages, upTo, hasMore: more } = lastMessagesOf(known(count, hasMore));

        expect(messages).toHaveLength(Math.min(count, MAX_STORED_MESSAGES));
        expect(messages.at(-1)?.seq).toBe(count === 0 ? undefined : count);
        expect(upTo).toBe(count);
        expect(more).toBe(hasMore || count > MAX_STORED_MESSAGES);
      }),
    );
  });

  it('are the most recently opened ones', () => {
    const opened = (at: number) => ({ id: `c${at}`, openedAt: new Date(at).toISOString() });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000_000), { maxLength: 30 }), (times) => {
        const gone = surplusFeeds(times.map(opened)).map(({ id }) => id);
        const oldest = [...times].sort((a, b) => b - a).slice(MAX_STORED_CHANNELS);

        expect(gone.sort()).toEqual(oldest.map((at) => `c${at}`).sort());
      }),
    );
  });

  it('drop expired messages, and record that removed messages must be fetched again', () => {
    const at = (seconds: number) => ({ expiresAt: new Date(seconds * 1_000).toISOString() });
    const kept = { messages: [at(10), at(20), at(30)], hasMore: false };
    expect(storedWithoutExpired(kept, 5_000)).toBe(kept);
    expect(storedWithoutExpired(kept, 20_000)).toEqual({ messages: [at(30)], hasMore: true });
    // An older version of the app stored no expiry.
    expect(storedWithoutExpired({ messages: [{}], hasMore: false }, 0).messages).toEqual([]);
  });

  it.each([
    ['in the list', 'one', 'ours', false, true],
    ['not in the list any more', 'gone', 'ours', false, false],
    ['archived, of a group that is there', 'old', 'ours', true, true],
    ['archived, of a group that was left', 'old', 'left', true, false],
    ['a conversation that closed', 'talk', null, false, false],
    ['a conversation that ended', 'over', null, false, false],
  ])(
    'a stored channel is kept or dropped after a fresh channel list: %s',
    (_what, id, groupId, isArchived, stays) => {
      const listed = [
        { id: 'one', group: { id: 'ours' }, isEnded: false },
        { id: 'over', group: null, isEnded: true },
      ];

      expect(isStillReadable({ id, groupId, isArchived }, listed)).toBe(stays);
    },
  );
});

describe('queued messages in a timeline of received ones', () => {
  const me = 'me';
  const spoken = (clientId: string | null, body: string, authorId = me) => ({
    authorId,
    body,
    attachments: [] as { id: string }[],
    clientId,
  });
  const queued = (clientId: string, state: string, messageId?: string) => ({
    clientId,
    state,
    messageId,
    body: 'hello',
  });

  it('are not shown twice, whether the answer or the frame arrives first', () => {
    expect(notYetInFeed([queued('k', 'sending')], [spoken('k', 'hello')], me)).toEqual([]);
    expect(notYetInFeed([queued('k', 'sending')], [spoken(null, 'hello')], me)).toEqual([]);
  });

  it.each([
    ['the queued message waits, whatever was posted before', 'queued', spoken(null, 'hello')],
    ['another author posted the same text', 'sending', spoken(null, 'hello', 'other')],
    [
      'an earlier message with another client id has the same text',
      'sending',
      spoken('e', 'hello'),
    ],
  ])('a queued message is shown if %s', (_what, state, before) => {
    expect(notYetInFeed([queued('k', state)], [before], me)).toHaveLength(1);
  });

  it('queued messages without text are distinguished by their files', () => {
    const before = { ...spoken(null, 'hello'), attachments: [{ id: 'first' }] };
    const file = (attachmentId: string) => ({
      ...queued('k', 'sending'),
      files: [{ attachmentId }],
    });
    expect(notYetInFeed([file('first')], [before], me)).toEqual([]);
    expect(notYetInFeed([file('second')], [before], me)).toHaveLength(1);
    expect(notYetInFeed([queued('k', 'sending')], [before], me)).toHaveLength(1);
  });

  it('exclude a queued edit, which is shown in its message', () => {
    expect(notYetInFeed([queued('k', 'queued', 'm1')], [], me)).toEqual([]);
  });
});

test('the first unread message is one of another author', () => {
  const by = (seq: number, authorId: string) => ({ seq, authorId });
  const messages = [by(4, 'you'), by(5, 'me'), by(6, 'you'), by(7, 'you')];

  expect(findFirstUnread(messages, 4, 'me')?.seq).toBe(6);
  expect(findFirstUnread(messages, 7, 'me')).toBeUndefined();
});

test('a restarted timeline keeps frames that arrived during the request', () => {
  const before = { ...timelineOf({ items: [said(1)], upTo: 1, from: 0, hasMore: false }) };
  const heard = { ...before, messages: [said(1), said(9)], ahead: [9] };
  const page = { items: [said(6), said(7), said(8)], upTo: 8, from: 0, hasMore: true };

  const { messages, upTo } = restartedFrom(heard, page);

  expect(messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
  expect(upTo).toBe(9);
});

describe('the displayed reactions', () => {
  const base = { reactions: [{ emoji: '👍', count: 2 }], ownReactions: ['👍'] };
  const queued = (emoji: string, isOn: boolean) => ({ reaction: { emoji, isOn } });

  it('the displayed reactions are those of the server, with the viewer’s own marked', () => {
    expect(reactionsWithQueued(base, [{}])).toEqual([{ emoji: '👍', count: 2, isOwn: true }]);
  });

  it('include queued changes as if they had been sent', () => {
    expect(reactionsWithQueued(base, [queued('👍', false), queued('🌱', true)])).toEqual([
      { emoji: '👍', count: 1, isOwn: false },
      { emoji: '🌱', count: 1, isOwn: true },
    ]);
  });

  it('count a queued change once if the server already has it, and omit reactions without any reactor', () => {
    expect(reactionsWithQueued(base, [queued('👍', true)])[0]).toEqual({
      emoji: '👍',
      count: 2,
      isOwn: true,
    });
    const last = { reactions: [{ emoji: '👍', count: 1 }], ownReactions: ['👍'] };
    expect(reactionsWithQueued(last, [queued('👍', false)])).toEqual([]);
  });
});
