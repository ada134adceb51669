import type { Locator } from 'playwright-core';
import { until } from '../../until.js';

/** Waits until the whole height of a thing is on the screen, within what contains it. */
export const untilInView = (inner: Locator, outer: Locator): Promise<void> =>
  until(`${inner} is not in view`, async () => {
    const [one, all] = [await inner.boundingBox(), await outer.boundingBox()];
    return !!one && !!all && one.y >= all.y && one.y + one.height <= all.y + all.height;
  });

/** Waits until something stands at the end of what it scrolls through. */
export const untilAtEnd = (box: Locator): Promise<void> =>
  until(`${box} is not at its end`, () =>
    box.evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2,
    ),
  );
