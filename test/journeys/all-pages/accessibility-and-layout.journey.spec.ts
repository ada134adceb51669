import type { Page } from 'playwright-core';
import { NESTED_PATHS } from '../../../apps/web/src/app/nested-paths.js';
import { ROUTE_PATHS } from '../../../apps/web/src/app/route-paths.js';
import {
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
import { findOverlaps } from '../../support/browser/overlaps.js';
import { openAs } from '../../support/browser/screens/page-layout.js';
import { changeSetting } from '../../support/browser/change-setting.js';
import { untranslatedSpanish } from '../../support/browser/untranslated-spanish.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { sampledLanguages, sampledItems } from '../../support/sampled-sweeps.js';

useJourney({ isDemo: true });

/** The demo account that opens a route. `member1` opens all routes that match no entry. */
const BY: readonly [RegExp, string][] = [
  [/^\/groups\/:slug\/(edit|agreements|privacy|leave|archive|requests|members|me)/, 'steward1'],
  [/^\/groups\/succession/, 'lucrecia'],
  [/^\/coalitions\/:slug\/take-part/, 'nelly'],
  [/^\/coalitions\/invitations/, 'rayen'],
  [/^\/coalitions\/:slug\/(edit|privacy|agreements|invite|participants|members)/, 'steward1'],
  [/^\/desk/, 'moderator1'],
  [/^\/cases/, 'supporter1'],
  [/^\/me\/notices/, 'member2'],
  [/^\/(admin|approvals)/, 'admin1'],
  [/^\/audit/, 'auditor1'],
  [/^\/(status|join)/, 'applicant1'],
];
const whose = (path: string) => BY.find(([of]) => of.test(path))?.[1] ?? 'member1';
const NESTED: Record<string, readonly string[]> = NESTED_PATHS;
const PATHS: readonly string[] = ROUTE_PATHS.flatMap((path) =>
  (NESTED[path] ?? ['']).map((below) => path.replace('/*', '') + (below === '/' ? '' : below)),
);
const pathsOf = (handle: string) => PATHS.filter((path) => whose(path) === handle);

const ACCOUNT = `(select id from account where email = 'member1@trama.example')`;
/** SQL queries that find the parameters of a route, so that the page has content. */
const ROWS: readonly [string, string][] = [
  [
    '/people/:id',
    `select p.id from profile p join profile_field f using (account_id)
    where f.kind = 'name' and f.audience = 'members' and p.account_id <> ${ACCOUNT}
      order by p.takes_requests, p.id limit 1`,
  ],
  [
    '/introductions/:id',
    `select id from introduction where ${ACCOUNT} in (asker_id, asked_id) order by id limit 1`,
  ],
  [
    '/channels/:id',
    `select c.id from channel c join membership m on m.group_id = c.group_id
    where m.account_id = ${ACCOUNT} and m.ended_at is null order by c.last_version desc limit 1`,
  ],
  [
    '/desk/applications/:id',
    `select id from application where stage in ('submitted', 'inReview') order by id limit 1`,
  ],
  [
    '/groups/:slug/members/:id',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is null order by m.joined_at desc limit 1`,
  ],
  [
    '/groups/:slug/members/:id/remove',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is null and m.role = 'member' order by m.joined_at limit 1`,
  ],
  [
    '/groups/:slug/members/:id/exposure',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'one' and m.ended_at is not null limit 1`,
  ],
  [
    '/coalitions/:slug/members/:id',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'three' and m.persona_name is not null and m.ended_at is null limit 1`,
  ],
  [
    '/coalitions/:slug/members/:id/remove',
    `select m.id from membership m join "group" g on g.id = m.group_id
    where g.slug = 'three' and m.persona_name is not null and m.ended_at is null limit 1`,
  ],
  ...['', '/people', '/delegates', '/name'].map((part): [string, string] => [
    `/coalitions/:slug/participants/:id${part}`,
    `select id from participant where group_id = (select id from "group" where slug = 'one')`,
  ]),
  [
    '/coalitions/:slug/participants/:id/end',
    `select id from participant where shown_name is not null limit 1`,
  ],
  [
    '/coalitions/invitations/:id',
    `select id from coalition_invitation where used_at is null limit 1`,
  ],
  ['/support/ask/:step', `select 'goal' as step`],
  ...['', '/call', '/conversation', '/phrase'].map((part): [string, string] => [
    `/support/:id${part}`,
    `select id from support_request where requester_id = ${ACCOUNT} and stage = 'accepted'
      order by accepted_at desc limit 1`,
  ]),
  [
    '/support/:id/end',
    `select id from support_request where requester_id = ${ACCOUNT} and stage = 'waiting' limit 1`,
  ],
  ...['', '/conversation', '/internal'].map((part): [string, string] => [
    `/cases/:id${part}`,
    `select id from support_request where stage = 'accepted' and assignee_id =
      (select id from account where email = 'supporter1@trama.example')
      order by accepted_at desc limit 1`,
  ]),
  [
    '/cases/:id/outside/:channelId',
    `select case_id as id, id as "channelId" from channel where thread = 'outside' limit 1`,
  ],
  ['/groups/succession/:id', `select id from succession_request where state = 'waiting' limit 1`],
  ['/admin/emergency/:id', 'select id from emergency_line limit 1'],
  ['/approvals/:id', `select id from two_person_act where state = 'waiting' limit 1`],
  ['/desk/reopening/:id', `select id from reopening where stage = 'open' limit 1`],
  ['/desk/matters/:id', `select id from matter where stage = 'open' limit 1`],
  [
    '/me/notices/:id',
    `select id from notice where account_id =
      (select id from account where email = 'member2@trama.example') limit 1`,
  ],
];

/**
 * Returns the URL of a route with its parameters filled in. Without a matching row, a random id opens the "not found"
 * page.
 */
async function addressOf(path: string): Promise<string> {
  const slugs = { organisations: 'radio-puerto-manso', coalitions: 'three', groups: 'one' };
  const slug = slugs[path.split('/')[1] as keyof typeof slugs];
  const filled = path.replace(':slug', slug);
  if (!filled.includes(':')) return `/app${filled === '/' ? '' : filled}`;
  const sql = ROWS.find(([of]) => of === path)?.[1];
  const [row] = sql ? (await db.query<Record<string, string>>(sql)).rows : [];
  return `/app${filled.replaceAll(/:(\w+)/g, (_, name) => row?.[name] ?? crypto.randomUUID())}`;
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
  const broken = [...(await truncatedTitle(page)), ...(await wordsBrokenAcrossLines(page))];
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

const PEOPLE = [...new Set(PATHS.map(whose))];

test.each(PEOPLE)(
  'The pages of %s are accessible and fit a phone',
  async (handle) => {
    const page = await browsers.open();
    await setSessionCookie(page, product.url, handle);
    const found: string[] = [];
    for (const path of sampledItems('pages', pathsOf(handle))) {
      await page.goto(product.url + (await addressOf(path)));
      await waitForIdlePage(page);
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
    for (const path of pathsOf(handle)) {
      await page.goto(product.url + (await addressOf(path)));
      await waitForIdlePage(page);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      found.push(...(await untranslatedSpanish(page)).map((text) => `${path}: ${text}`));
      found.push(
        ...(await horizontalOverflow(page)).map((fault) => `${path} is too wide: ${fault}`),
      );
      const broken = [...(await truncatedTitle(page)), ...(await wordsBrokenAcrossLines(page))];
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
];
const MAIN_PAGES = ['/', '/channels', '/channels/:id', '/people', '/people/:id', '/me', '/account'];
const FORMATS = [
  { width: 360, height: 740, text: '100%' },
  { width: 320, height: 740, text: '100%' },
  { width: 360, height: 740, text: '200%' },
  { width: 1280, height: 800, text: '100%' },
  { width: 1280, height: 800, text: '200%' },
];

test('Names of 80 characters do not break the layout of main pages on phones, with 200 % text or on a wide screen', async () => {
  await db.query(`insert into duty (account_id, name) values (${ACCOUNT}, 'vet')`);
  for (const sql of NAMES) await db.query(sql, [LONG_NAME]);
  const page = await browsers.open();
  await openAs(page, 'member1');
  const found: string[] = [];
  for (const path of [...MAIN_PAGES, '/me/view-as', '/desk', '/groups/:slug']) {
    await page.goto(product.url + (await addressOf(path)));
    for (const { width, height, text } of FORMATS) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
      await waitForIdlePage(page);
      const checks = [horizontalOverflow, overlappingBarItems, findOverlaps, truncatedPlaceholders];
      const faults = (await Promise.all(checks.map((check) => check(page)))).flat();
      if (width > 1024) faults.push(...(await wordsBrokenAcrossLines(page)));
      found.push(...faults.map((fault) => `${path} at ${width}, ${text}: ${fault}`));
      await saveScreenshot(page, `long${path.replaceAll(/\W+/g, '-')}-${width}-${parseInt(text)}`);
    }
  }
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

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
