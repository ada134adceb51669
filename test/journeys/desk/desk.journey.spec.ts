import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { DeskKeys } from '../../support/browser/desk-keys.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Somebody who vets, at the desk, at a table. */
async function atDesk(handle: string): Promise<DeskKeys> {
  const page = await browsers.open({ viewport: { width: 1280, height: 800 } });
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/desk`);
  await settled(page);
  return new DeskKeys(page);
}

/** Vouches by a code, as a member does on a phone. */
async function vouch(handle: string, code: string): Promise<void> {
  const page = await browsers.open();
  await signIn(page, product.url, handle);
  await page.goto(`${product.url}/app/vouch`);
  await page.locator('[name=code]').fill(code);
  await page.locator('[name=relation]').fill('Cuidamos juntos un acervo del barrio.');
  await page.locator('.choice').first().click();
  await page.locator('form button[type=submit]').click();
  await page.getByText(/Aval enviado|Vouch sent/).waitFor();
  await page.context().close();
}

const rowOf = ({ page }: DeskKeys, name: string) => page.locator('.q', { hasText: name });

const claimBadge = (at: DeskKeys, name: string) =>
  rowOf(at, name).getByText(/Alguien la está leyendo/);

test('Two people vet three applications with the keyboard alone', async () => {
  const [first, second] = [await atDesk('moderator1'), await atDesk('moderator3')];
  for (const [name, choice] of [
    ['Nayra S.', 'a'],
    ['Ximena Faro', 'a'],
    ['Jonah Seagrape', 'd'],
  ] as const) {
    await first.open(name);
    await claimBadge(second, name).waitFor(); // by itself: nobody loads the queue again
    await first.recommend(choice, 'Es lo que dice, y se puede ver.');
    await second.open(name);
    expect(await second.page.content()).not.toContain('se puede ver.');
    await second.recommend(choice, 'De acuerdo.');
    await second.page.getByText('se puede ver.').waitFor();
    await second.decide();
    await rowOf(first, name).waitFor({ state: 'detached' });
  }
  expect(await faultsOf(second.page, 'desk-empty-hands', 'es')).toEqual([]);
}, 240_000);

test('A conflict that is found while the page is open closes it, and every link to it', async () => {
  const open = await atDesk('moderator1');
  await open.open('Colibrí 27');
  const link = open.page.url();
  await open.page.locator('.rev #why').fill('A medio escribir');
  const other = await atDesk('moderator1');
  await other.page.goto(link);
  await other.page.getByRole('button', { name: 'Conozco a esta persona' }).click();
  await other.page.getByRole('dialog').getByRole('button').last().waitFor();
  await other.page.locator('dialog[open] .btn--primary, dialog[open] .btn--danger').first().click();
  await other.page.waitForURL('**/app/desk');

  await open.page.getByRole('heading', { name: 'Ya no está en tu Mesa' }).waitFor();
  expect(await open.page.content()).not.toContain('Acompaño a defensoras');
  expect(await open.page.content()).not.toContain('A medio escribir');
  await open.page.goto(link);
  await open.page.getByRole('heading', { name: 'Ya no está en tu Mesa' }).waitFor();
  expect(await rowOf(open, 'Colibrí 27').count()).toBe(0);
}, 120_000);

test('Who was declined appeals, two others hear it, and the person comes in', async () => {
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
  await rowOf(third, 'Ravi Capim')
    .getByText(/Apelación|Appeal|Recurso/)
    .waitFor();
  for (const keys of [first, second]) {
    await keys.page.goto(`${product.url}/app/desk`);
    await settled(keys.page);
    expect(await rowOf(keys, 'Ravi Capim').count()).toBe(0);
  }
  await third.open('Ravi Capim');
  await third.page.getByText('Mudei de cidade').waitFor();
  await third.recommend('a', 'Ahora se ve.');
  await fourth.open('Ravi Capim');
  await fourth.recommend('a', 'Sí.');
  await fourth.decide();

  await signIn(ravi, product.url, 'applicant2');
  await settled(ravi);
  await ravi.goto(`${product.url}/app/people`);
  await settled(ravi);
  expect(await ravi.locator('h1').count()).toBe(1);
  expect(await ravi.getAttribute('html', 'lang')).toBe('pt');
}, 240_000);

/** Signs in as the second applicant, reads the decline and appeals; gives the code for vouches. */
async function appealed(page: Page): Promise<string> {
  await page.goto(`${product.url}/pt/sign-in`);
  await page.locator('input[name=email]').fill(emailOf('applicant2'));
  await page.locator('input[name=password]').fill('trama-demo-2026');
  await page.locator('form button[type=submit], form button:not([type])').first().click();
  await page.waitForURL('**/pt/join/status*');
  expect(await faultsOf(page, 'status-declined', 'pt')).toEqual([]);
  await page
    .locator('[name=appeal]')
    .fill('Mudei de cidade há pouco; duas pessoas já conhecem o trabalho.');
  await page.locator('form:has([name=appeal]) button').click();
  await page.locator('[name=appeal]').waitFor({ state: 'detached' });
  return (await page.locator('.code').textContent())!.trim();
}
