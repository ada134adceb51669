import fc from 'fast-check';
import {
  isStillReadable,
  MAX_STORED_CHANNELS,
  MAX_STORED_MESSAGES,
  MAX_STORED_TOPICS,
  lastMessagesOf,
  surplusFeeds,
  storedWithoutExpired,
} from './stored-feed-rules';

const NOW = Date.UTC(2031, 4, 20, 12);
const isoAt = (ms: number) => new Date(ms).toISOString();

describe('stored part of a feed', () => {
  const feed = (count: number, hasMore: boolean) => ({
    messages: Array.from({ length: count }, (_, at) => at),
    upTo: 900,
    from: 7,
    hasMore,
  });

  it('a stored feed holds the last messages and records that earlier ones exist', () => {
    const last = lastMessagesOf(feed(MAX_STORED_MESSAGES + 2, false));
    expect(last.messages).toEqual(feed(MAX_STORED_MESSAGES + 2, false).messages.slice(2));
    expect(last).toMatchObject({ upTo: 900, from: 7, hasMore: true });
  });

  it('a stored short feed holds all messages, and records whether the server has earlier ones', () => {
    expect(lastMessagesOf(feed(MAX_STORED_MESSAGES, false))).toEqual(
      feed(MAX_STORED_MESSAGES, false),
    );
    expect(lastMessagesOf(feed(3, true))).toEqual(feed(3, true));
  });

  it('a stored feed drops expired messages, and then lets the client ask the server for earlier ones', () => {
    const messages = [{ expiresAt: isoAt(NOW) }, { expiresAt: isoAt(NOW + 1) }];
    expect(storedWithoutExpired({ messages, hasMore: false }, NOW)).toEqual({
      messages: [messages[1]],
      hasMore: true,
    });
  });

  it('a stored feed drops messages that an older version of the app stored without an expiry time', () => {
    expect(
      storedWithoutExpired({ messages: [{ id: 'm1' }], hasMore: false }, NOW).messages,
    ).toEqual([]);
  });

  it('storedWithoutExpired returns the same object when nothing expired', () => {
    const feed = { messages: [{ expiresAt: isoAt(NOW + 1) }], hasMore: false };
    expect(storedWithoutExpired(feed, NOW)).toBe(feed);
  });
});

describe('surplusFeeds', () => {
  const opened = (id: string, minute: number, topicId: string | null = null) => ({
    id,
    topicId,
    openedAt: isoAt(NOW + minute * 60_000),
  });

  it('returns the feeds of the channels that were opened longest ago', () => {
    const feeds = Array.from({ length: MAX_STORED_CHANNELS + 2 }, (_, at) => opened(`c${at}`, at));
    expect(surplusFeeds(feeds).map(({ id }) => id)).toEqual(['c1', 'c0']);
  });

  it('never returns a channel in which a topic was opened recently', () => {
    const feeds = Array.from({ length: MAX_STORED_CHANNELS }, (_, at) => opened(`c${at}`, at));
    expect(surplusFeeds([...feeds, opened('old', -1), opened('old', 99, 'topic')])).toEqual([
      opened('c0', 0),
    ]);
  });

  it('counts each channel once, however many of its topics were opened', () => {
    const feeds = Array.from({ length: MAX_STORED_CHANNELS }, (_, at) => opened(`c${at}`, at));
    expect(surplusFeeds([...feeds, opened('c9', 98, 't1'), opened('c9', 99, 't2')])).toEqual([]);
  });

  it('returns the topics opened longest ago, also in a channel that stays stored', () => {
    const topics = Array.from({ length: MAX_STORED_TOPICS + 1 }, (_, at) =>
      opened('c', at, `t${at}`),
    );
    expect(surplusFeeds([opened('c', -1), ...topics])).toEqual([opened('c', 0, 't0')]);
  });

  const feeds = fc.uniqueArray(
    fc.record({
      id: fc.nat({ max: 15 }).map((n) => `c${n}`),
      topicId: fc.option(fc.nat({ max: 3 }).map((n) => `t${n}`)),
      openedAt: fc.nat({ max: 1_000 }).map((minute) => isoAt(NOW + minute * 60_000)),
    }),
    { maxLength: 50, size: 'max', selector: ({ openedAt }) => openedAt },
  );

  it('leaves at most ten channels and ten topics, the most recently opened ones', () => {
    fc.assert(
      fc.property(feeds, (all) => {
        const gone = surplusFeeds(all);
        const left = all.filter((one) => !gone.includes(one));
        const topics = left.filter(({ topicId }) => topicId);
        const channels = new Set(left.map(({ id }) => id));
        expect(channels.size).toBeLessThanOrEqual(MAX_STORED_CHANNELS);
        expect(topics.length).toBeLessThanOrEqual(MAX_STORED_TOPICS);
        const last = all.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1)).slice(0, 10);
        for (const one of last) expect(left).toContain(one);
        expect(surplusFeeds(left)).toEqual([]);
      }),
    );
  });
});

describe('stored channel', () => {
  const listed = (id: string, groupId: string | null, isEnded = false) => ({
    id,
    group: groupId === null ? null : { id: groupId },
    isEnded,
  });
  const channel = (groupId: string | null, isArchived = false) => ({
    id: 'c',
    groupId,
    isArchived,
  });

  it.each([
    ['stays while the list has it', channel('g'), [listed('c', 'g')], true],
    ['is deleted when the list lacks it', channel('g'), [listed('other', 'g')], false],
    ['is deleted when its conversation ended', channel(null), [listed('c', null, true)], false],
    [
      'stays when archived while its group is listed',
      channel('g', true),
      [listed('other', 'g')],
      true,
    ],
    [
      'is deleted when archived and its group is not listed',
      channel('g', true),
      [listed('a', 'h')],
      false,
    ],
    [
      'is deleted when archived and without a group',
      channel(null, true),
      [listed('a', null)],
      false,
    ],
  ])('a stored channel %s', (_title, stored, list, isOpen) => {
    expect(isStillReadable(stored, list)).toBe(isOpen);
  });
});
