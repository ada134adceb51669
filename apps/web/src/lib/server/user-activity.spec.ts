import { watchUserActivity } from './user-activity';

describe('watchUserActivity', () => {
  it('treats a request as a background request more than a minute after the last input', () => {
    let now = 0;
    const page = new EventTarget();
    const isBackground = watchUserActivity(page, () => now);
    expect(isBackground()).toBe(false);
    now = 60_000;
    expect(isBackground()).toBe(false);
    now = 60_001;
    expect(isBackground()).toBe(true);
    for (const input of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus']) {
      page.dispatchEvent(new Event(input));
      expect(isBackground()).toBe(false);
      now += 60_001;
      expect(isBackground()).toBe(true);
    }
  });

  it('ignores events that are not input', () => {
    let now = 0;
    const page = new EventTarget();
    const isBackground = watchUserActivity(page, () => now);
    now = 60_001;
    for (const event of ['online', 'message', 'visibilitychange', 'scroll']) {
      page.dispatchEvent(new Event(event));
    }
    expect(isBackground()).toBe(true);
  });
});
