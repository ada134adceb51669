import type { Locator } from 'playwright-core';

/** Whether the first element begins above the second one on the page. Waits for both. */
export async function standsAbove(first: Locator, second: Locator): Promise<boolean> {
  const [upper, lower] = await Promise.all([first, second].map((one) => one.boundingBox()));
  return upper!.y < lower!.y;
}
