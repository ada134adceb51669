import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, emailOf } from '../../../apps/cli/demo/people/people.js';
import { spanishLeft } from './spanish.js';
import { pathOf } from '../repository.js';
import { requestsOf } from './browser.js';

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

const SETTLES_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 25;
const LOOKS_IN_A_ROW = 3;

/** Waits until a page stands still: three times in a row no request waits for its answer and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').first().waitFor();
  const busy = page.locator('[aria-busy=true], .skeleton');
  const end = performance.now() + SETTLES_WITHIN_MS;
  for (let quiet = 0; quiet < LOOKS_IN_A_ROW && performance.now() < end;) {
    const isQuiet = requestsOf(page) === 0 && (await busy.count()) === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
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
  await still(page);
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
