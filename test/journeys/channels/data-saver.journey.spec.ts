import type { CDPSession, Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import {
  setSessionCookie,
  pageProblemsInBothModes,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { openAccount, signOut } from '../../support/browser/screens/app.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { startOfText, wholeText } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

/** Returns a counter of received bytes, measured with the browser's developer tools. */
async function lineOf(page: Page): Promise<{ received: () => number }> {
  const tools: CDPSession = await page.context().newCDPSession(page);
  let bytes = 0;
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  tools.on(
    'Network.webSocketFrameReceived',
    ({ response }) => (bytes += response.payloadData.length),
  );
  await tools.send('Network.enable');
  return { received: () => bytes };
}

const meteredBy = (page: Page) =>
  page.evaluate(
    () => JSON.parse(localStorage.getItem('trama.metered') ?? '{}').today?.received ?? 0,
  );

test.each(sampledLanguages(['es', 'pt', 'en']))(
  "In %s, with data saver on, a member's page pings less often, loads no pictures and counts its data correctly",
  async (language) => {
    const sql = 'update account set language = $2 where email = $1';
    await db.query(sql, [demoEmailOf('member1'), language]);
    const page = await browsers.open();
    await setSessionCookie(page, product.url, 'member1');
    await page.goto(`${product.url}/app/me/saver`);
    await waitForIdlePage(page);
    expect(await pageProblemsInBothModes(page, `saver-${language}`, language)).toEqual([]);

    const dialled = page.waitForEvent('websocket', (line) => /[?&]saver=1/.test(line.url()));
    await page.getByRole('radio', { name: startOfText('Ahorrar') }).check();
    await dialled;

    // The app saves its counter when the member leaves the page, so the test resets the counter only after that.
    await page.goto(`${product.url}/health/live`);
    await page.evaluate(() => localStorage.removeItem('trama.metered'));
    const line = await lineOf(page);
    const faces: string[] = [];
    page.on('request', (request) => {
      if (/\/files\/(avatar|persona)\//.test(request.url())) faces.push(request.url());
    });
    for (const path of ['/app/people', '/app/channels', '/app/groups', '/app/me/saver']) {
      await page.goto(product.url + path);
      await waitForIdlePage(page);
    }
    // For a moment, one counter may include bytes that the other counter does not include yet.
    const off = async () => Math.abs((await meteredBy(page)) / line.received() - 1);
    await waitUntil('The two counts differ', async () => (await off()) < 0.1);
    expect(faces).toEqual([]);

    await page.evaluate(() => fetch('/health/live'));
    await openAccount(page);
    await signOut(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('The link to a new channel needs no request of its own, also for a steward whose group has no channel left', async () => {
  await db.query(
    `update channel set archived_at = now() where group_id in (
       select m.group_id from membership m join account a on a.id = m.account_id where a.email = $1)`,
    [demoEmailOf('efrain')],
  );
  const link = (page: Page) => page.getByRole('link', { name: wholeText('Canal nuevo') });
  for (const [handle, links] of [
    ['efrain', 1],
    ['member3', 0],
  ] as const) {
    const page = await browsers.open();
    const sent: string[] = [];
    page.on('request', (request) => {
      sent.push(...(/query (\w+)/.exec(request.postData() ?? '')?.slice(1) ?? []));
    });
    await setSessionCookie(page, product.url, handle);
    await page.goto(`${product.url}/app/channels`);
    await waitForIdlePage(page);
    expect(await link(page).count()).toBe(links);
    expect(sent.filter((name) => name === 'Channels')).toHaveLength(1);
    expect(sent).not.toContain('GroupsToSpeakIn');
    if (links > 0) {
      await link(page).click();
      await page.getByLabel(wholeText('Nombre del canal')).waitFor();
    }
    await page.context().close();
  }
}, 60_000);
