import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { DeskKeyboard } from '../../support/browser/desk-keyboard.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { queueItem, reviewReasonField } from '../../support/browser/screens/desk.js';
import { emailField, signInButton, passwordField } from '../../support/browser/screens/sign-in.js';
import { STATUS_TEXT } from '../../../apps/web/public-pages/status/status-text.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { anyCount, startOfText, wholeText, uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const words = uiTextIn('es');

/** Opens the desk as a reviewer, on a wide screen. */
async function atDesk(handle: string): Promise<DeskKeyboard> {
  const page = await browsers.open({ viewport: { width: 1280, height: 800 } });
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app/desk`);
  await waitForIdlePage(page);
  return new DeskKeyboard(page);
}

/** Vouches by code, as a member on a phone. */
async function vouch(handle: string, code: string): Promise<void> {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  await page.goto(`${product.url}/app/vouch`);
  await page.getByLabel(wholeText('Código de quien postula')).fill(code);
  await page
    .getByLabel(wholeText('De dónde se conocen'))
    .fill('Cuidamos juntos un acervo del barrio.');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: wholeText('Avalar') }).click();
  await page.getByText(wholeText('Aval enviado')).waitFor();
  await page.context().close();
}

const rowOf = ({ page }: DeskKeyboard, name: string) => queueItem(page, name);

const claimBadge = (at: DeskKeyboard, name: string) =>
  rowOf(at, name).getByText(wholeText('Alguien la está leyendo'));

test('Two reviewers decide three applications by keyboard alone', async () => {
  const [first, second] = [await atDesk('moderator1'), await atDesk('moderator3')];
  for (const [name, choice] of [
    ['Nayra S.', 'a'],
    ['Ximena Faro', 'a'],
    ['Jonah Seagrape', 'd'],
  ] as const) {
    await first.open(name);
    await claimBadge(second, name).waitFor(); // the queue updates without a reload
    await first.recommend(choice, 'Es lo que dice, y se puede ver.');
    await second.open(name);
    expect(await second.page.content()).not.toContain('se puede ver.');
    await second.recommend(choice, 'De acuerdo.');
    await second.page.getByText('se puede ver.').waitFor();
    await second.decide();
    await rowOf(first, name).waitFor({ state: 'detached' });
    const outcome = choice === 'a' ? 'Postulación aceptada' : 'Postulación no aceptada';
    await first.page.getByRole('heading', { name: words(outcome) }).waitFor();
  }
  for (const { page } of [first, second]) {
    expect(await pageProblems(page, 'desk-empty-hands', 'es')).toEqual([]);
  }
}, 240_000);

test('A reviewer who declares a conflict of interest loses the open application and every link to it', async () => {
  const open = await atDesk('moderator1');
  await open.open('Colibrí 27');
  const link = open.page.url();
  await reviewReasonField(open.page).fill('A medio escribir');
  const other = await atDesk('moderator1');
  await other.page.goto(link);
  await other.page.getByRole('button', { name: words('Conozco a esta persona') }).click();
  await other.page.getByRole('button', { name: words('Sí, dejarla a otras personas') }).click();
  await other.page.waitForURL('**/app/desk');

  await open.page.getByRole('heading', { name: 'Ya no está en tu Mesa' }).waitFor();
  expect(await open.page.content()).not.toContain('Acompaño a defensoras');
  expect(await open.page.content()).not.toContain('A medio escribir');
  await open.page.goto(link);
  await open.page.getByRole('heading', { name: 'Ya no está en tu Mesa' }).waitFor();
  expect(await rowOf(open, 'Colibrí 27').count()).toBe(0);
}, 120_000);

test('An applicant who was declined appeals, two other reviewers decide it, and the applicant becomes a member', async () => {
  const [first, second] = [await atDesk('moderator1'), await atDesk('moderator3')];
  for (const keys of [first, second]) {
    await keys.open('Ravi Capim');
    await keys.recommend('d', 'Nadie le conoce todavía.');
  }
  await second.decide();

  const ravi = await browsers.open({ locale: 'pt-BR' });
  const code = await appealed(ravi);
  for (const handle of ['member1', 'member2']) await vouch(handle, code);
  const [third, fourth] = [await atDesk('moderator4'), await atDesk('moderator5')];
  await rowOf(third, 'Ravi Capim').getByText(wholeText('Apelación')).waitFor();
  for (const keys of [first, second]) {
    await keys.page.goto(`${product.url}/app/desk`);
    await waitForIdlePage(keys.page);
    expect(await rowOf(keys, 'Ravi Capim').count()).toBe(0);
  }
  await third.open('Ravi Capim');
  await third.page.getByText('Mudei de cidade').waitFor();
  await third.recommend('a', 'Ahora se ve.');
  await fourth.open('Ravi Capim');
  await fourth.recommend('a', 'Sí.');
  await fourth.decide();

  await setSessionCookie(ravi, product.url, 'applicant2');
  await ravi.goto(`${product.url}/app/people`);
  await waitForIdlePage(ravi);
  expect(await ravi.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await ravi.getAttribute('html', 'lang')).toBe('pt');
}, 240_000);

/** Signs in as the second applicant, reads the decline and appeals; returns the vouch code. */
async function appealed(page: Page): Promise<string> {
  await page.goto(`${product.url}/pt/sign-in`);
  await emailField(page).fill(demoEmailOf('applicant2'));
  await passwordField(page).fill(DEMO_PASSWORD);
  await signInButton(page).click();
  await page.waitForURL('**/pt/join/status*');
  expect(await pageProblems(page, 'status-declined', 'pt')).toEqual([]);
  const { label, send } = STATUS_TEXT.pt.appeal;
  const appeal = page.getByLabel(label);
  await appeal.fill('Mudei de cidade há pouco; duas pessoas já conhecem o trabalho.');
  await page.getByRole('button', { name: send }).click();
  await appeal.waitFor({ state: 'detached' });
  return (await page.getByText(VOUCH_CODE).textContent())!.trim();
}

const VOUCH_CODE = /^\w{4}(-\w{4})+$/;

test('The home page, the navigation rail and the desk show a moderator the same number of waiting items', async () => {
  const { page } = await atDesk('moderator1');
  const rail = page.getByRole('link', { name: startOfText('Mesa') });
  const numberIn = async (of: Locator) => Number(/\d+/.exec(await of.innerText())?.[0]);
  const WAITING = '{count, plural, one {# espera algo de ti} other {# esperan algo de ti}}';
  const atTheDesk = await numberIn(page.getByText(anyCount(WAITING)));
  expect(await numberIn(rail)).toBe(atTheDesk);
  await page.getByRole('link', { name: startOfText('Inicio') }).click();
  await page.waitForURL(/\/app\/?$/);
  await waitForIdlePage(page);
  const PENDING =
    '{count, plural, one {Tienes una cosa pendiente.} other {Tienes # cosas pendientes.}}';
  expect(await numberIn(page.getByText(anyCount(PENDING)))).toBeGreaterThanOrEqual(atTheDesk);
  const rows = page.getByRole('main').getByRole('link', { name: / en la Mesa/ });
  await rows.first().waitFor();
  const onHome = await Promise.all((await rows.all()).map(numberIn));
  expect(onHome.reduce((sum, one) => sum + one, 0)).toBe(atTheDesk);
  expect(await numberIn(rail)).toBe(atTheDesk);

  await page.goto(`${product.url}/app/desk`);
  await page
    .getByRole('link', { name: startOfText('Aval retirado') })
    .first()
    .click();
  await page.getByRole('heading', { name: wholeText('Cómo entró') }).waitFor();
  await page.context().close();
}, 60_000);
