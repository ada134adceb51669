import fc from 'fast-check';
import { isUnexpired, nextExpiry } from './expiry-time';
import {
  withoutExpired,
  type ExpiringMessage,
  applyShortenings,
  shorteningsFrom,
} from './message-expiry';

const NOW = Date.UTC(2031, 4, 20, 12);
const HOUR = 3_600_000;
const isoAt = (ms: number) => new Date(ms).toISOString();

/** Creates a message that was posted `hoursAgo` hours ago and expires `hours` hours after posting. */
const message = (seq: number, hoursAgo: number, hours: number): ExpiringMessage => ({
  id: `m${seq}`,
  seq,
  version: seq,
  createdAt: isoAt(NOW - hoursAgo * HOUR),
  expiresAt: isoAt(NOW + (hours - hoursAgo) * HOUR),
  retention: null,
});
const timeline = (messages: readonly ExpiringMessage[], hasMore = true) => ({ messages, hasMore });

describe('expiry of a message', () => {
  it('a message expires exactly at its expiry time', () => {
    const { expiresAt } = message(1, 2, 2);
    expect([NOW - 1, NOW, NOW + 1].map((now) => isUnexpired({ expiresAt }, now))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('nextExpiry returns the earliest expiry time, or Infinity for no messages', () => {
    expect(nextExpiry([message(1, 0, 3), message(2, 0, 1), message(3, 0, 2)])).toBe(NOW + HOUR);
    expect(nextExpiry([])).toBe(Infinity);
  });
});

describe('withoutExpired', () => {
  it('removes expired messages from the timeline, which then has no earlier messages to load', () => {
    const [expired, left] = [message(1, 5, 5), message(2, 4, 5)];
    expect(withoutExpired(timeline([expired, left]), NOW)).toEqual(timeline([left], false));
  });

  it('returns the same timeline object when no message expired', () => {
    const whole = timeline([message(1, 1, 5)]);
    expect(withoutExpired(whole, NOW)).toBe(whole);
  });
});

describe('shorter channel retention', () => {
  it('a shortening changes the expiry of messages up to its number, counted from their posting', () => {
    const { messages } = applyShortenings(timeline([message(1, 5, 24), message(2, 1, 24)]), [
      { upTo: 1, seconds: 6 * 3_600 },
    ]);
    expect(messages.map(({ expiresAt }) => expiresAt)).toEqual([
      isoAt(NOW + HOUR),
      isoAt(NOW + 23 * HOUR),
    ]);
  });

  it('a shortening never moves an expiry to a later time', () => {
    const before = message(1, 1, 2);
    const { messages } = applyShortenings(timeline([before]), [{ upTo: 1, seconds: 100 * 3_600 }]);
    expect(messages[0]).toBe(before);
  });

  it('a system message about a new retention announces a shortening up to its own number; other messages announce none', () => {
    const announcement = { ...message(7, 0, 6), retention: '6 hours' };
    expect(shorteningsFrom(announcement)).toEqual([{ upTo: 7, seconds: 6 * 3_600 }]);
    expect(shorteningsFrom(message(7, 0, 6))).toEqual([]);
  });

  const messages = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 })),
    { maxLength: 8 },
  );
  const shortenings = fc.array(
    fc.record({
      upTo: fc.integer({ min: 0, max: 9 }),
      seconds: fc.integer({ min: 1, max: 100 * 3_600 }),
    }),
    { maxLength: 4 },
  );

  it('shortenings give the same expiry times for any order, grouping and repetition of responses', () => {
    fc.assert(
      fc.property(messages, shortenings, (posted, known) => {
        const whole = timeline(posted.map(([ago, hours], at) => message(at + 1, ago, hours)));
        const oneByOne = known
          .toReversed()
          .reduce((last, one) => applyShortenings(last, [one]), whole);
        expect(applyShortenings(whole, known)).toEqual(oneByOne);
        expect(applyShortenings(oneByOne, known)).toEqual(oneByOne);
      }),
    );
  });

  it('messages that are newer than each shortening allows and have not expired stay', () => {
    fc.assert(
      fc.property(messages, shortenings, (posted, known) => {
        const whole = timeline(posted.map(([ago, hours], at) => message(at + 1, ago, hours)));
        const left = withoutExpired(applyShortenings(whole, known), NOW).messages.map(
          ({ id }) => id,
        );
        const isYoung = ({ seq, createdAt, expiresAt }: ExpiringMessage) =>
          NOW < Date.parse(expiresAt) &&
          known.every((one) => seq > one.upTo || NOW < Date.parse(createdAt) + one.seconds * 1_000);
        expect(left).toEqual(whole.messages.filter(isYoung).map(({ id }) => id));
      }),
    );
  });
});
