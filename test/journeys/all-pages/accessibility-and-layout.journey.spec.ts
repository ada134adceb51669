import type { Page } from 'playwright-core';
import {
  queryApi,
  setSessionCookie,
  overlappingBarItems,
  wordsBrokenAcrossLines,
  COLOUR_RULES,
  truncatedPlaceholders,
  truncatedTitle,
  horizontalOverflow,
  waitForIdlePage,
  saveScreenshot,
  axeViolations,
} from '../../support/browser/page-checks.js';
import {
  urlOfRoute,
  MEMBER1_ID_SQL,
  PATHS,
  pathsOf,
  handleForRoute,
} from '../../support/browser/app-routes.js';
import { findOverlaps } from '../../support/browser/overlaps.js';
import { changeSetting } from '../../support/browser/change-setting.js';
import { missingPageHeadings } from '../../support/browser/missing-page.js';
import { untranslatedSpanish } from '../../support/browser/untranslated-spanish.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { sampledLanguages, sampledItems } from '../../support/sampled-sweeps.js';

useJourney({ isDemo: true, prepare: leaveCoalition });

/** A member leaves a coalition, so that the exposure page has content. */
async function leaveCoalition(): Promise<void> {
  const leave = 'mutation ($id: ID!) { leaveCoalition(coalitionId: $id) }';
  const sql = `select id from "group" where slug = 'three'`;
  const { rows } = await db.query<{ id: string }>(sql);
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'fidel');
  await queryApi(page, product.url, leave, { id: rows[0]!.id });
  await page.context().close();
}

/** Opens a route, and returns a fault if the page has no content for the viewer. */
async function openRoute(page: Page, path: string): Promise<string[]> {
  await page.goto(product.url + (await urlOfRoute(path)));
  await waitForIdlePage(page);
  return (await missingPageHeadings(page)).map((heading) => `${path} shows «${heading}»`);
}

const LANGUAGES = ['es', 'pt', 'en'];
const PUBLIC = [
  '',
  '/safety',
  '/support',
  '/support/emergency',
  '/support/return',
  '/join',
  '/join/status',
  '/join/lost-receipt',
  '/sign-in',
  '/sign-in?state=refused',
  '/forgot',
  '/nowhere',
];
let states = 0;

/** Returns the title if it is cut. The name of a topic may be: the bar shows one line of what its author wrote. */
const cutTitle = async (page: Page) =>
  page.url().includes('/topics/') ? [] : truncatedTitle(page);

/** Returns the accessibility and layout violations of the page in light and dark mode. */
async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    states += 1;
    const rules = colorScheme === 'dark' ? COLOUR_RULES : undefined;
    const faultsOfScheme = await axeViolations(page, rules);
    found.push(...faultsOfScheme.map((fault) => `${name} ${colorScheme}: ${fault}`));
    if (colorScheme === 'light')
      found.push(...(await axeViolations(page, ['region'])).map((fault) => `${name}: ${fault}`));
    await saveScreenshot(page, `${name.replaceAll(/\W+/g, '-')}-${colorScheme}`);
  }
  found.push(...(await horizontalOverflow(page)).map((fault) => `${name} is too wide: ${fault}`));
  const broken = [...(await cutTitle(page)), ...(await wordsBrokenAcrossLines(page))];
  found.push(...broken.map((fault) => `${name}: ${fault}`));
  return found;
}

test.each(sampledLanguages(LANGUAGES))(
  'The public pages in %s are accessible and fit a phone',
  async (language) => {
    const page = await browsers.open({ locale: language });
    const found: string[] = [];
    for (const path of PUBLIC) {
      await page.goto(`${product.url}/${language}${path}`);
      await waitForIdlePage(page);
      found.push(...(await faults(page, `${language}${path}`)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
  120_000,
);

const PEOPLE = [...new Set(PATHS.map(handleForRoute))];

test.each(PEOPLE)(
  'The pages of %s are accessible and fit a phone',
  async (handle) => {
    const page = await browsers.open();
    await setSessionCookie(page, product.url, handle);
    const found: string[] = [];
    for (const path of sampledItems('pages', pathsOf(handle))) {
      found.push(...(await openRoute(page, path)));
      const headings = await page.getByRole('heading', { level: 1 }).count();
      if (headings !== 1) found.push(`${path} has ${headings} headings of the first level`);
      found.push(...(await faults(page, `${handle}${path}`)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
  300_000,
);

test.each(
  sampledLanguages(['pt', 'en']).flatMap(
    (one) =>
      [
        ['member1', one],
        ['moderator1', one],
      ] as const,
  ),
)(
  'The pages of %s are translated into %s and fit a phone',
  async (handle, language) => {
    const page = await browsers.open();
    await setSessionCookie(page, product.url, handle);
    const speaks = 'update account set language = $1 where email = $2';
    await db.query(speaks, [language, `${handle}@trama.example`]);
    const found: string[] = [];
    for (const path of sampledItems('pages', pathsOf(handle))) {
      found.push(...(await openRoute(page, path)));
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      found.push(...(await untranslatedSpanish(page)).map((text) => `${path}: ${text}`));
      found.push(
        ...(await horizontalOverflow(page)).map((fault) => `${path} is too wide: ${fault}`),
      );
      const broken = [...(await cutTitle(page)), ...(await wordsBrokenAcrossLines(page))];
      found.push(...broken.map((fault) => `${path}: ${fault}`));
      await saveScreenshot(page, `${language}-${handle}${path.replaceAll(/\W+/g, '-')}`);
    }
    await db.query(speaks, ['es', `${handle}@trama.example`]);
    expect(found).toEqual([]);
    await page.context().close();
  },
  300_000,
);

/** A name of the maximum length without a space or hyphen. */
const LONG_NAME = 'Anunciación'.repeat(8).slice(0, 80);
const NAMES = [
  `update profile_field set text = $1 where kind = 'name'`,
  'update "group" set name = $1',
  `update channel set name = $1 where name <> ''`,
  'update participant set shown_name = $1 where shown_name is not null',
  `update membership set ended_name = $1 where ended_name <> ''`,
];
/** Pages that show names, by the demo account that opens them. */
const PAGES_WITH_NAMES: readonly (readonly [string, readonly string[]])[] = [
  [
    'member1',
    [
      ...['/', '/channels', '/channels/:id', '/people', '/people/:id', '/me', '/me/view-as'],
      ...['/account', '/desk', '/groups/:slug', '/coalitions/:slug'],
    ],
  ],
  [
    'steward1',
    [
      ...['/groups/:slug/edit', '/groups/:slug/agreements', '/groups/:slug/leave'],
      ...['/coalitions/:slug/participants/:id', '/coalitions/:slug/members/:id/exposure'],
    ],
  ],
];
const FORMATS = [
  { width: 360, height: 740, text: '100%' },
  { width: 320, height: 740, text: '100%' },
  { width: 360, height: 740, text: '200%' },
  { width: 1280, height: 800, text: '100%' },
  { width: 1280, height: 800, text: '200%' },
];

/** Returns the layout faults of the page in each format, light and dark, and those of its colours on a wide screen. */
async function faultsInFormats(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const { width, height, text } of FORMATS) {
    await page.setViewportSize({ width, height });
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
    await waitForIdlePage(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const checks = [horizontalOverflow, overlappingBarItems, findOverlaps, truncatedPlaceholders];
      const faults = (await Promise.all(checks.map((check) => check(page)))).flat();
      if (width > 1024) faults.push(...(await wordsBrokenAcrossLines(page)));
      if (width > 1024 && text === '100%')
        faults.push(...(await axeViolations(page, COLOUR_RULES)));
      found.push(
        ...faults.map((fault) => `${path} at ${width}, ${text}, ${colorScheme}: ${fault}`),
      );
      const name = `long${path.replaceAll(/\W+/g, '-')}-${width}-${parseInt(text)}-${colorScheme}`;
      await saveScreenshot(page, name);
    }
  }
  return found;
}

test('Names of 80 characters do not break the layout of pages on phones, with 200 % text or on a wide screen', async () => {
  await db.query(`insert into duty (account_id, name) values (${MEMBER1_ID_SQL}, 'vet')`);
  for (const sql of NAMES) await db.query(sql, [LONG_NAME]);
  const found: string[] = [];
  for (const [handle, paths] of PAGES_WITH_NAMES) {
    const page = await browsers.open();
    await setSessionCookie(page, product.url, handle);
    for (const path of paths) {
      found.push(...(await openRoute(page, path)));
      found.push(...(await faultsInFormats(page, path)));
    }
    await page.context().close();
  }
  expect(found).toEqual([]);
}, 300_000);

test('An operator name and contact of 80 or more characters do not break the layout of public pages', async () => {
  const contact = `https://${'contacto'.repeat(7)}.example/${'x'.repeat(80)}`;
  await changeSetting(
    `mutation ($input: OperatorInput!) { act: askToChangeOperator(input: $input) { id hash } }`,
    { name: LONG_NAME, contact },
  );
  const page = await browsers.open();
  const found: string[] = [];
  for (const path of ['', '/join/status', '/join/lost-receipt', '/sign-in']) {
    await page.goto(`${product.url}/pt${path}`);
    await page.getByText(LONG_NAME).waitFor();
    for (const { width, height, text } of FORMATS) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
      const faults = [...(await horizontalOverflow(page)), ...(await overlappingBarItems(page))];
      found.push(...faults.map((fault) => `${path} at ${width}, ${text}: ${fault}`));
      await saveScreenshot(
        page,
        `operator${path.replaceAll(/\W+/g, '-')}-${width}-${parseInt(text)}`,
      );
    }
  }
  expect(found).toEqual([]);
  await page.context().close();
}, 60_000);

afterAll(() =>
  process.stdout.write(
    `axe looked at ${states} states of ${PATHS.length} routes and ${PUBLIC.length} public pages\n`,
  ),
);
