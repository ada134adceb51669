import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { moderationActions, openMatter } from '../../support/browser/screens/desk.js';
import { buttonNamed } from '../../support/browser/screens/page-layout.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';
import { ANY_VALUE, startOfText, uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

/** Finds an open matter, and a moderator without a conflict of interest in it. */
async function aMatter(): Promise<{ id: string; handle: string }> {
  const { rows } = await db.query<{ id: string; email: string }>(
    `select m.id, d.email from matter m cross join (select a.id, a.email from duty x
       join account a on a.id = x.account_id where x.name = 'moderate' and a.standing = 'member') d
     where m.stage = 'open'
       and not exists (select 1 from matter_tie t where t.matter_id = m.id and t.account_id = d.id)
       and not exists (select 1 from matter_party p where p.matter_id = m.id and p.account_id = d.id)
     order by m.created_at, d.email`,
  );
  return { id: rows[0]!.id, handle: rows[0]!.email.split('@')[0]! };
}

/** Stage and outcome of the matter. */
const storedMatter = async (id: string) =>
  (await db.query('select stage, outcome from matter where id = $1', [id])).rows[0];

test('A moderator assigned to a matter adds a note by keyboard, on a phone and on a wide screen, and closes the matter with outcome and reason', async () => {
  const { id, handle } = await aMatter();
  const speak = (language: string) =>
    db.query('update account set language = $1 where email like $2', [language, `${handle}@%`]);
  await speak('es');
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  const at = `${product.url}/app/desk/matters/${id}`;
  await page.goto(at);
  await openMatter(page);
  await page.getByText(uiTextIn('es')('Nadie dejó una nota todavía.')).waitFor();
  const found = await pageProblems(page, 'matter-notes-none', 'es');
  await page.getByLabel('Tu nota').focus();
  await page.keyboard.type('Espero su respuesta.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(uiTextIn('es')('Dejaste una nota')).waitFor();
  await page.getByText('Espero su respuesta.').waitFor();
  found.push(...(await pageProblems(page, 'matter-notes-phone', 'es')));
  const wide = { width: 1280, height: 900 };
  const looks = [
    ...sampledLanguages(['pt', 'en'] as const).map(
      (language) => [language, PHONE_VIEWPORT] as const,
    ),
    ['es', wide] as const,
  ];
  for (const [language, size] of looks) {
    await speak(language);
    await page.setViewportSize(size);
    await page.goto(at);
    await waitForIdlePage(page);
    await openMatter(page);
    const words = uiTextIn(language);
    await page.getByText(words('Dejaste una nota')).waitFor();
    expect(await page.getByRole('button', { name: words('Guardar la nota') }).count()).toBe(1);
    const faults = await pageProblems(page, `matter-notes-${language}`, language);
    // Members' texts are not translated, so an untranslated member text is not a problem.
    found.push(...faults.filter((fault) => !fault.includes('Espero su respuesta')));
  }
  expect(found).toEqual([]);

  const actions = moderationActions(page);
  await buttonNamed(actions, 'Cerrar el asunto').click();
  await buttonNamed(actions, 'Cerrar el asunto').click();
  await actions.getByText(uiTextIn('es')('Elige una opción.')).waitFor();
  await actions.getByRole('radio', { name: startOfText('No rompe los acuerdos') }).check();
  await buttonNamed(actions, 'Cerrar el asunto').click();
  await actions.getByText(uiTextIn('es')('Completa este campo.')).waitFor();
  expect(await storedMatter(id)).toEqual({ stage: 'inHand', outcome: null });
  await actions.getByLabel('Por qué').fill('Ya lo hablaron y lo dejaron en paz.');
  await buttonNamed(actions, 'Cerrar el asunto').click();
  await page.waitForURL('**/app/desk');
  const closed = startOfText('Asunto sobre {name} cerrado', { name: ANY_VALUE });
  await page.getByRole('status').getByText(closed).waitFor();
  expect(await storedMatter(id)).toEqual({ stage: 'closed', outcome: 'noBreach' });
  await page.locator(`a[href="/app/desk/matters/${id}"]`).waitFor({ state: 'detached' });
  await page.context().close();
}, 240_000);
