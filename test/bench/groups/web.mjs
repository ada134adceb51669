// Measures the size of the files that a browser loads, and how long a cheap phone on a slow connection waits for them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../apps/cli/test-programs.mjs';
import { CHROMIUM_ARGS } from '../../support/browser/chromium-args.mjs';
import { benchmarkFigure, formatNumber, median, printLine } from '../support/benchmark-figures.mjs';
import { BENCH_DIR, REPOSITORY_DIR } from '../support/postgres.mjs';
import { startDemo } from '../support/processes.mjs';

export const dataPersistedBeforeResponse = 'nothing (reads of the demo world, and sessions)';

const IDS = ['landing_kb', 'first_route_kb', 'channel_kb'];
const RUNS = 5;
const BYTES_PER_S = 400_000 / 8;
const SLOWER = 4;
const WAIT_MS = 60_000;
/** How long the device gets to store what it received. */
const STORING_MS = 5_000;
const TYPING = { delay: 150 };

export async function runBenchmark({ quick }) {
  return [...weights(), ...(await waits(quick ? 1 : RUNS))];
}

function weights() {
  const { stdout } = spawnSync(process.execPath, ['apps/web/sizes.mjs', '--json'], {
    cwd: REPOSITORY_DIR,
    encoding: 'utf8',
  });
  return JSON.parse(stdout).filter(({ id }) => IDS.includes(id));
}

async function waits(runs) {
  const demo = await startDemo(join(BENCH_DIR, 'web'), 'web');
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: CHROMIUM_ARGS,
  });
  const taken = [];
  for (let at = 0; at < runs; at++) taken.push(await visit(browser, demo.url));
  await browser.close();
  await demo.stop();
  const how = `median of ${runs} first visits at 400 kbps and with a CPU ${SLOWER} × slower`;
  const value = (of) => median(taken.map(of));
  const kb = (of) => formatNumber(value(of) / 1024, 0);
  printLine(
    `received: sign-in to home ${kb((one) => one.homeBytes)} KB, channel ${kb((one) => one.channelBytes)} KB`,
  );
  return [
    benchmarkFigure(
      'sign_in_home_s',
      value(({ home }) => home),
      {
        unit: 's',
        target: 5,
        how: `${how}, address and password typed (${TYPING.delay} ms a key), from the button to a home page with what waits`,
      },
    ),
    benchmarkFigure(
      'home_channel_s',
      value(({ channel }) => channel),
      {
        unit: 's',
        target: 2,
        how: `${how}, from the home page over the list of channels to the messages of one`,
      },
    ),
    benchmarkFigure(
      'offline_open_s',
      value(({ offline }) => offline),
      {
        unit: 's',
        target: 2,
        how: `${how}, from a reload without a network to the messages of the channel and the notice that says so`,
      },
    ),
  ];
}

async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'es-MX',
  });
  const page = await context.newPage();
  const { received, endNetworkLimit } = await slowDown(page);
  await page.goto(`${url}/es/sign-in`);
  await page.getByLabel('Correo').pressSequentially('member1@trama.example', TYPING);
  await page.getByLabel('Contraseña').pressSequentially('trama-demo-2026', TYPING);
  const before = received();
  const home = await seconds(async () => {
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.locator('.home article, .home .row').first().waitFor({ timeout: WAIT_MS });
  });
  const homeBytes = received() - before;
  await page.waitForLoadState('networkidle');
  const atHome = received();
  const channel = await seconds(async () => {
    await page.getByRole('link', { name: /^Canales/ }).click();
    await page.getByRole('link', { name: /^Verificación/ }).click();
    await page.getByRole('article').first().waitFor({ timeout: WAIT_MS });
  });
  const channelBytes = received() - atHome;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForLoadState('networkidle');
  await setTimeout(STORING_MS);
  await endNetworkLimit();
  await context.setOffline(true);
  const offline = await seconds(async () => {
    await page.reload();
    await page.getByRole('article').first().waitFor({ timeout: WAIT_MS });
    await page.getByRole('status').filter({ hasText: 'Sin conexión' }).first().waitFor();
  });
  await context.close();
  return { home, channel, offline, homeBytes, channelBytes };
}

/**
 * Throttles the network and the processor of the page. `received` counts the bytes received so far. `endNetworkLimit`
 * ends the limit of the network, which would keep the page online.
 */
async function slowDown(page) {
  const cdp = await page.context().newCDPSession(page);
  let bytes = 0;
  cdp.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0 },
    ...{ downloadThroughput: BYTES_PER_S, uploadThroughput: BYTES_PER_S },
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { received: () => bytes, endNetworkLimit: () => cdp.send('Network.disable') };
}

async function seconds(act) {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}
