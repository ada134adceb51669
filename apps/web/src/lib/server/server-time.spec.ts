import { atServerTime, heardTime, serverNow } from './server-time';

const NOW = Date.UTC(2031, 4, 20, 12);
const HOUR = 3_600_000;
const answerAt = (ms: number) =>
  new Response(null, { headers: { date: new Date(ms).toUTCString() } });

beforeEach(() => {
  jest.useFakeTimers();
  jest.setSystemTime(NOW);
});
/** Makes the clocks agree again, for other files: an answer counts as one second late. */
afterEach(() => {
  jest.setSystemTime(NOW);
  heardTime(answerAt(NOW + 100 * HOUR));
  heardTime(answerAt(NOW - 1_000));
  const now = serverNow();
  jest.useRealTimers();
  expect(now).toBe(NOW);
});

describe('time of the server', () => {
  it('is that of the device as long as they agree', () => {
    heardTime(answerAt(NOW - 1_000));
    expect(serverNow()).toBe(NOW);
    heardTime(answerAt(NOW - 2_000));
    expect(serverNow()).toBe(NOW);
  });

  it.each([HOUR, -HOUR])('corrects a device clock that is wrong by %i ms', (wrong) => {
    heardTime(answerAt(NOW + wrong));
    expect(serverNow()).toBe(NOW + wrong + 1_000);
    jest.advanceTimersByTime(HOUR);
    expect(serverNow()).toBe(NOW + wrong + 1_000 + HOUR);
  });

  it('stays as it is after an answer without a time', () => {
    heardTime(new Response(null));
    heardTime(new Response(null, { headers: { date: 'ayer' } }));
    expect(serverNow()).toBe(NOW);
  });
});

describe('work at a moment of the server', () => {
  it('is done when the moment has passed on the server', () => {
    heardTime(answerAt(NOW + HOUR - 1_000));
    const work = jest.fn();
    atServerTime(NOW + HOUR + 500, work);
    jest.advanceTimersByTime(500);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
    expect(serverNow()).toBeGreaterThan(NOW + HOUR + 500);
  });

  it('is done at once for a moment in the past', () => {
    const work = jest.fn();
    atServerTime(NOW - HOUR, work);
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is not done after it was stopped, nor for a moment that never comes', () => {
    const work = jest.fn();
    atServerTime(NOW + HOUR, work)();
    atServerTime(Infinity, work)();
    atServerTime(Infinity, work);
    jest.advanceTimersByTime(2 ** 31);
    expect(work).not.toHaveBeenCalled();
  });

  it('is done after the longest timer of a browser when the moment is later, and not at once', () => {
    const work = jest.fn();
    atServerTime(NOW + 2 ** 33, work);
    jest.advanceTimersByTime(2 ** 31 - 2);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
