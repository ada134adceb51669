import {
  hasGap,
  type MessagePage,
  type NumberedMessage,
  type Timeline,
  timelineOf,
  withChanges,
  withEarlierPage,
  withMessage,
  restartedFrom,
} from './timeline';

const message = (seq: number, version = seq, topicId: string | null = null): NumberedMessage => ({
  id: `m${seq}`,
  seq,
  version,
  topicId,
});
const page = (
  items: readonly NumberedMessage[],
  fields: Partial<MessagePage<NumberedMessage>> = {},
) => ({
  items,
  upTo: Math.max(0, ...items.map(({ version }) => version)),
  from: 0,
  hasMore: false,
  ...fields,
});
const numbersOf = ({ messages }: Timeline<NumberedMessage>) =>
  messages.map(({ seq, version }) => [seq, version]);

describe('timeline of a feed', () => {
  it('shows the messages of the first page in channel order', () => {
    const timeline = timelineOf(page([message(3), message(1), message(2)], { hasMore: true }));
    expect(numbersOf(timeline)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(timeline).toMatchObject({ upTo: 3, hasMore: true });
  });

  it('reports a gap until the missing frame arrives', () => {
    const start = timelineOf(page([message(1)]));
    const ahead = withMessage(withMessage(start, message(4)), message(3));
    expect([hasGap(ahead), ahead.upTo]).toEqual([true, 1]);
    const whole = withMessage(ahead, message(2));
    expect([hasGap(whole), whole.upTo]).toEqual([false, 4]);
    expect(numbersOf(whole)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });

  it('ignores a frame that arrives twice', () => {
    const start = timelineOf(page([message(1)]));
    const twice = withMessage(withMessage(start, message(3)), message(3));
    expect(withMessage(twice, message(2))).toEqual(
      withMessage(withMessage(start, message(2)), message(3)),
    );
  });

  it('keeps the newest version of a message when an older one arrives later', () => {
    const start = timelineOf(page([message(1)]));
    const edited = withMessage(start, message(1, 3));
    expect(numbersOf(withMessage(edited, message(1, 2)))).toEqual([[1, 3]]);
    expect(numbersOf(withChanges(edited, page([message(1, 2)], { upTo: 2 })))).toEqual([[1, 3]]);
    expect(numbersOf(withEarlierPage(edited, page([message(1, 2)])))).toEqual([[1, 3]]);
  });

  it("replaces a message by the response to the viewer's own change of the same version", () => {
    const start = timelineOf(page([message(1)]));
    const answer = { ...message(1), id: 'm1', isOwn: true };
    expect(withMessage(start, answer).messages).toEqual([answer]);
  });

  it('advances `upTo` for a message of another topic without showing it', () => {
    const general = withMessage(timelineOf(page([message(1)])), message(2, 2, 'water'));
    expect([numbersOf(general), general.upTo]).toEqual([[[1, 1]], 2]);
    const topic = withMessage(timelineOf(page([]), 'water'), message(1, 1, 'water'));
    expect(numbersOf(withMessage(topic, message(2)))).toEqual([[1, 1]]);
  });

  it('treats a message without a topic as one of the general feed', () => {
    const { topicId: _none, ...older } = message(1);
    expect(numbersOf(timelineOf(page([older])))).toEqual([[1, 1]]);
    expect(numbersOf(withMessage(timelineOf(page([])), older))).toEqual([[1, 1]]);
  });

  it('does not show a changed message that is older than the first loaded one', () => {
    const start = timelineOf(page([message(5)], { hasMore: true }));
    const changed = withMessage(start, message(2, 6));
    expect([numbersOf(changed), changed.upTo]).toEqual([[[5, 5]], 6]);
    const whole = withMessage(timelineOf(page([message(5)])), message(2, 6));
    expect(numbersOf(whole)).toEqual([
      [2, 6],
      [5, 5],
    ]);
  });

  it('inserts an earlier page before the first message', () => {
    const start = timelineOf(page([message(5)], { hasMore: true }));
    const earlier = withEarlierPage(
      start,
      page([message(3), message(4)], { upTo: 5, hasMore: true }),
    );
    expect(numbersOf(earlier)).toEqual([
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
    expect(earlier).toMatchObject({ upTo: 5, hasMore: true });
    expect(withEarlierPage(earlier, page([message(1)], { upTo: 5 })).hasMore).toBe(false);
  });

  it('rejects an earlier page that lacks a change received while it was in flight', () => {
    const start = timelineOf(page([message(5)], { hasMore: true }));
    const stale = page([message(3), message(4)], { upTo: 5 });
    const byFrame = withMessage(start, message(4, 6));
    const byCatchUp = withChanges(start, page([message(4, 6)], { hasMore: false }));
    for (const changed of [byFrame, byCatchUp]) {
      expect(withEarlierPage(changed, stale)).toBe(changed);
      const fresh = page([message(3), message(4, 6)], { upTo: 6 });
      expect(numbersOf(withEarlierPage(changed, fresh))).toEqual([
        [3, 3],
        [4, 6],
        [5, 5],
      ]);
    }
  });

  it('rejects an earlier page that is older than a received change, also after a restart from an older page', () => {
    const start = timelineOf(page([message(5)], { hasMore: true }));
    const again = restartedFrom(
      withMessage(start, message(4, 6)),
      page([message(5)], { hasMore: true }),
    );
    expect(withEarlierPage(again, page([message(4)], { upTo: 5 }))).toBe(again);
  });

  it('rejects an earlier page that is older than the start page', () => {
    const start = timelineOf(page([message(5)], { upTo: 9, hasMore: true }));
    expect(withEarlierPage(start, page([message(4)], { upTo: 8 }))).toBe(start);
  });

  it('takes over the `upTo` of a catch-up page', () => {
    const start = withMessage(timelineOf(page([message(1)])), message(4));
    const caughtUp = withChanges(start, page([message(2), message(1, 3)], { upTo: 3 }));
    expect([numbersOf(caughtUp), caughtUp.upTo]).toEqual([
      [
        [1, 3],
        [2, 2],
        [4, 4],
      ],
      4,
    ]);
    expect(hasGap(caughtUp)).toBe(false);
  });

  it('keeps its `upTo` when a late catch-up page has a lower one', () => {
    const start = timelineOf(page([message(1), message(2), message(3)]));
    expect(withChanges(start, page([message(2)], { upTo: 2 })).upTo).toBe(3);
  });

  it('restarts from a page and keeps frames that are newer than it', () => {
    const before = withMessage(timelineOf(page([message(1)])), message(8));
    const again = restartedFrom(before, page([message(6), message(7)], { hasMore: true }));
    expect([numbersOf(again), again.upTo]).toEqual([
      [
        [6, 6],
        [7, 7],
        [8, 8],
      ],
      8,
    ]);
    expect(restartedFrom(undefined, page([message(1)], {}), null)).toEqual(
      timelineOf(page([message(1)])),
    );
  });

  it('drops a message on a restart when the new page no longer contains it', () => {
    const before = timelineOf(page([message(1), message(2), message(3)]));
    const again = restartedFrom(before, page([message(1), message(3)], { upTo: 4 }));
    expect(numbersOf(again)).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('drops messages from before the viewer rejoined the channel', () => {
    const start = timelineOf(page([message(1), message(2)], { hasMore: true }));
    const rejoined = withChanges(start, page([message(4)], { upTo: 4, from: 3 }));
    expect([numbersOf(rejoined), rejoined.hasMore]).toEqual([[[4, 4]], false]);
    expect(numbersOf(withMessage(rejoined, message(2)))).toEqual([[4, 4]]);
    expect(numbersOf(restartedFrom(rejoined, page([message(2)], { from: 0 })))).toEqual([[4, 4]]);
  });
});
