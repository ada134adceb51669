import type { Locator } from 'playwright-core';
import { waitUntil } from '../../wait-until.js';

/** Waits until the full height of an element is visible inside its container. */
export const waitUntilInView = (inner: Locator, outer: Locator): Promise<void> =>
  waitUntil(`${inner} is not in view`, async () => {
    const [one, all] = [await inner.boundingBox(), await outer.boundingBox()];
    return !!one && !!all && one.y >= all.y && one.y + one.height <= all.y + all.height;
  });

/** Waits until a box is scrolled to its end. */
export const waitUntilScrolledToEnd = (box: Locator): Promise<void> =>
  waitUntil(`${box} is not at its end`, () =>
    box.evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2,
    ),
  );
