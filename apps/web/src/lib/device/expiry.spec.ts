import fc from 'fast-check';
import { isLiving, nextEnd } from './ends';
import { living, type Mortal, shortened, shorteningsOf } from './expiry';

const NOW = Date.UTC(2031, 4, 20, 12);
const HOUR = 3_600_000;
const isoAt = (ms: number) => new Date(ms).toISOString();

/** A message posted some hours ago that expires after so many hours. */
const message = (seq: number, hoursAgo: number, hours: number): Mortal => ({
  id: `m${seq}`,
  seq,
  version: seq,
  createdAt: isoAt(NOW - hoursAgo * HOUR),
  expiresAt: isoAt(NOW + (hours - hoursAgo) * HOUR),
  retention: null,
});
const timeline = (messages: readonly Mortal[], hasMore = true) => ({ messages, hasMore });

describe('end of a message', () => {
  it('is reached at its very moment', () => {
    const { expiresAt } = message(1, 2, 2);
    expect([NOW - 1, NOW, NOW + 1].map((now) => isLiving({ expiresAt }, now))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('next to come is the earliest of all, or never', () => {
    expect(nextEnd([message(1, 0, 3), message(2, 0, 1), message(3, 0, 2)])).toBe(NOW + HOUR);
    expect(nextEnd([])).toBe(Infinity);
  });
});

describe('expired messages', () => {
  it('leave the timeline, and nothing earlier is left to read', () => {
    const [expired, left] = [message(1, 5, 5), message(2, 4, 5)];
    expect(living(timeline([expired, left]), NOW)).toEqual(timeline([left], false));
  });

  it('leave the same timeline when there are none', () => {
    const whole = timeline([message(1, 1, 5)]);
    expect(living(whole, NOW)).toBe(whole);
  });
});

describe('shorter retention', () => {
  it('moves the end of the messages up to its number, counted from their posting', () => {
    const { messages } = shortened(timeline([message(1, 5, 24), message(2, 1, 24)]), [
      { upTo: 1, seconds: 6 * 3_600 },
    ]);
    expect(messages.map(({ expiresAt }) => expiresAt)).toEqual([
      isoAt(NOW + HOUR),
      isoAt(NOW + 23 * HOUR),
    ]);
  });

  it('never moves an end to a later moment', () => {
    const before = message(1, 1, 2);
    const { messages } = shortened(timeline([before]), [{ upTo: 1, seconds: 100 * 3_600 }]);
    expect(messages[0]).toBe(before);
  });

  it('is read from the system message that announces it, for what came before', () => {
    const announcement = { ...message(7, 0, 6), retention: '6 hours' };
    expect(shorteningsOf(announcement)).toEqual([{ upTo: 7, seconds: 6 * 3_600 }]);
    expect(shorteningsOf(message(7, 0, 6))).toEqual([]);
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

  it('gives the same ends whether answers arrive together, in another order or twice', () => {
    fc.assert(
      fc.property(messages, shortenings, (posted, known) => {
        const whole = timeline(posted.map(([ago, hours], at) => message(at + 1, ago, hours)));
        const oneByOne = known.toReversed().reduce((last, one) => shortened(last, [one]), whole);
        expect(shortened(whole, known)).toEqual(oneByOne);
        expect(shortened(oneByOne, known)).toEqual(oneByOne);
      }),
    );
  });

  it('leaves what is younger than every shortening that reaches it, and has not expired', () => {
    fc.assert(
      fc.property(messages, shortenings, (posted, known) => {
        const whole = timeline(posted.map(([ago, hours], at) => message(at + 1, ago, hours)));
        const left = living(shortened(whole, known), NOW).messages.map(({ id }) => id);
        const isYoung = ({ seq, createdAt, expiresAt }: Mortal) =>
          NOW < Date.parse(expiresAt) &&
          known.every((one) => seq > one.upTo || NOW < Date.parse(createdAt) + one.seconds * 1_000);
        expect(left).toEqual(whole.messages.filter(isYoung).map(({ id }) => id));
      }),
    );
  });
});
