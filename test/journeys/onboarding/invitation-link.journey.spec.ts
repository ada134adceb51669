import { hasFocus, whileFocused } from '../../support/browser/keyboard.js';
import { ApplicationForm } from '../../support/browser/application-form.js';
import { pageProblems, waitForIdlePage } from '../../support/browser/page-checks.js';
import { openAs } from '../../support/browser/screens/page-layout.js';
import { browsers, useJourney, product } from '../../support/browser/journey-setup.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';

useJourney();

const words = uiTextIn('es');
const NOTE = 'Aprendimos a editar sonido en el mismo taller.';

/** Creates an invitation link as a member, by keyboard; returns its path. */
async function linkByKeys(handle: string): Promise<string> {
  const page = await browsers.open();
  await openAs(page, handle, '/app/me/invitations');
  await waitForIdlePage(page);
  await page.getByRole('textbox', { name: words('Quién conoce a esta persona') }).focus();
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: words('Este es el enlace') });
  await whileFocused(page, heading).waitFor();
  const link = (await page.getByText(`${product.url}/`).textContent())!;
  expect(await pageProblems(page, 'invitation-link', 'es')).toEqual([]);
  await page.getByRole('button', { name: words('Ya lo di') }).click();
  expect(await page.content()).not.toContain(link);
  await page.context().close();
  return new URL(link).pathname + new URL(link).search;
}

test('One person applies with an invitation link; another who had opened the same link applies without an invitation', async () => {
  const path = await linkByKeys('member1');
  const [first, late] = [
    new ApplicationForm(await browsers.open(), product.url, 'es'),
    new ApplicationForm(await browsers.open(), product.url, 'es'),
  ];
  for (const asking of [first, late]) {
    await asking.start(path);
    await asking.answer('Con enlace', true);
    expect(await asking.page.textContent('main')).toContain(NOTE);
  }
  await first.send();
  expect(await first.words()).toHaveLength(12);

  await late.send();
  const problem = late.page.getByRole('alert');
  await problem.waitFor();
  expect(await problem.textContent()).toContain(late.text.problems.invitation);
  await waitUntil('The problem does not get the focus', () => hasFocus(problem));
  expect(await late.page.textContent('main')).toContain(NOTE);
  expect(await pageProblems(late.page, 'invitation-over', 'es')).toEqual([]);
  await late.send();
  expect(await late.words()).toHaveLength(12);

  const again = await browsers.open({ javaScriptEnabled: false });
  await again.goto(product.url + path);
  const [over] = late.text.invitation.over;
  await again.getByRole('heading', { name: over }).waitFor();
  expect(await again.content()).not.toContain(NOTE);
}, 120_000);
