import type { Page } from 'playwright-core';

/** Holds the answers to API requests whose body contains `part`. Returns a function that lets them pass. */
export async function holdAnswer(page: Page, part: string): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes(part)) return route.fallback();
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  return release;
}
