import { callAtServerTime, updateServerTime, serverNow } from './server-time';

const NOW = Date.UTC(2031, 4, 20, 12);
const HOUR = 3_600_000;
const answerAt = (ms: number) =>
  new Response(null, { headers: { date: new Date(ms).toUTCString() } });

beforeEach(() => {
  jest.useFakeTimers();
  jest.setSystemTime(NOW);
});
/** Sets the clock offset back to zero for other files. A Date header is rounded, so one second is added. */
afterEach(() => {
  jest.setSystemTime(NOW);
  updateServerTime(answerAt(NOW + 100 * HOUR));
  updateServerTime(answerAt(NOW - 1_000));
  const now = serverNow();
  jest.useRealTimers();
  expect(now).toBe(NOW);
});

describe('server time', () => {
  it('server time equals the device time while the clocks agree', () => {
    updateServerTime(answerAt(NOW - 1_000));
    expect(serverNow()).toBe(NOW);
    updateServerTime(answerAt(NOW - 2_000));
    expect(serverNow()).toBe(NOW);
  });

  it.each([HOUR, -HOUR])('server time corrects a device clock that is wrong by %i ms', (wrong) => {
    updateServerTime(answerAt(NOW + wrong));
    expect(serverNow()).toBe(NOW + wrong + 1_000);
    jest.advanceTimersByTime(HOUR);
    expect(serverNow()).toBe(NOW + wrong + 1_000 + HOUR);
  });

  it('server time does not change after a response without a valid Date header', () => {
    updateServerTime(new Response(null));
    updateServerTime(new Response(null, { headers: { date: 'ayer' } }));
    expect(serverNow()).toBe(NOW);
  });
});

describe('callAtServerTime', () => {
  it('runs the callback once the server time has passed', () => {
    updateServerTime(answerAt(NOW + HOUR - 1_000));
    const work = jest.fn();
    callAtServerTime(NOW + HOUR + 500, work);
    jest.advanceTimersByTime(500);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
    expect(serverNow()).toBeGreaterThan(NOW + HOUR + 500);
  });

  it('runs the callback at once for a time in the past', () => {
    const work = jest.fn();
    callAtServerTime(NOW - HOUR, work);
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('never runs a cancelled callback, nor one for an infinite time', () => {
    const work = jest.fn();
    callAtServerTime(NOW + HOUR, work)();
    callAtServerTime(Infinity, work)();
    callAtServerTime(Infinity, work);
    jest.advanceTimersByTime(2 ** 31);
    expect(work).not.toHaveBeenCalled();
  });

  it('runs the callback after the longest possible timer delay, not at once, when its time is even later', () => {
    const work = jest.fn();
    callAtServerTime(NOW + 2 ** 33, work);
    jest.advanceTimersByTime(2 ** 31 - 2);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
