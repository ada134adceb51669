import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, emailOf } from '../../../apps/cli/demo/people/people.js';
import { spanishLeft } from './spanish.js';
import { pathOf } from '../repository.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = pathOf('.trama/shots');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Signs a page in as somebody of the demo world, by the form. */
export async function signIn(page: Page, url: string, handle: string): Promise<void> {
  await page.goto(`${url}/es/sign-in`);
  await page.locator('input[name=email]').fill(emailOf(handle));
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('form button[type=submit], form button:not([type])').first().click();
  await page.waitForURL(/\/app/);
}

/** Waits until a page stands still: nothing is loaded any more, and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page
    .locator('[aria-busy=true], .skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined);
}

/** Until whatever comes or goes has come or gone: half-way its colours are none of ours. */
const still = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** What axe finds against WCAG 2.0 to 2.2 A and AA, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  await still(page);
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }, TAGS);
}
interface Axe {
  run(
    root: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The widest thing that stands out of the page at its right, if any: a phone would scroll sideways. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(0, 5);
  });
}

/** What is wrong with the words and the looks of a page as it stands, in a language; a picture of it is kept. */
export async function faultsOf(page: Page, name: string, language: string): Promise<string[]> {
  await page.waitForTimeout(300); // colours glide and sheets rise: what counts is where they end
  const found = [...(await overflow(page)), ...(await violations(page))];
  if (language !== 'es') found.push(...(await spanishLeft(page)));
  if ((await page.getAttribute('html', 'lang')) !== language) found.push('another language');
  await shoot(page, name);
  return found.map((fault) => `${name}: ${fault}`);
}

/** Keeps a picture of the page for whoever looks at the tests. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
