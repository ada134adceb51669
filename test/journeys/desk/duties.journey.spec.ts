import type { Page } from 'playwright-core';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { confirmWithPassword as confirm } from '../../support/browser/screens/app.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';

useJourney({ prepare: () => db.query(`update account set language = 'es'`) });

const KNOWN_AS = 'Malena, del taller de radio';

async function enter(handle: string) {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  return page;
}

async function goTo(page: Page, path: string) {
  await page.goto(`${product.url}/app${path}`);
  await waitForIdlePage(page);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name }).first().click();

const looksWell = async (page: Page, name: string) =>
  expect(await pageProblems(page, `duties-${name}`, 'es')).toEqual([]);

/** Reads and approves the newest waiting request. */
async function approve(page: Page, kind: string, says: string) {
  await goTo(page, '/approvals');
  await page.getByRole('region', { name: 'Esperan tu aprobación' }).waitFor();
  await follow(page, new RegExp(kind));
  await page.getByRole('heading', { level: 1, name: kind }).waitFor();
  await page.getByText(KNOWN_AS).waitFor();
  await looksWell(page, `approve-${kind.length}`);
  await press(page, 'Aprobar');
  await confirm(page, says);
  await page.getByText('Aprobado', { exact: true }).waitFor();
}

test('Two administrators give a duty to a member who agreed; later they withdraw it', async () => {
  const [member, ad1, ad2] = [await enter('member2'), await enter('admin1'), await enter('admin2')];

  await goTo(member, '/me/account');
  await follow(member, /Tus tareas/);
  await member.getByText('No tienes ninguna tarea').waitFor();
  await looksWell(member, 'none');
  await press(member, 'Hacer un código');
  await confirm(member, 'otra persona de administración lo aprueba');
  await member.getByRole('heading', { name: 'Este es el código' }).waitFor();
  const code = (await member.getByText(/^[\w-]{43}$/).textContent())!;
  await looksWell(member, 'code');
  await press(member, 'Ya lo di');
  expect(await member.content()).not.toContain(code);
  await member.getByRole('button', { name: 'Anular el código' }).waitFor();

  await goTo(ad1, '/admin');
  await follow(ad1, /Personas con tareas/);
  await follow(ad1, /^Dar una tarea/);
  await press(ad1, 'Pedir aprobación');
  await ad1.getByText('Completa este campo.').first().waitFor();
  await looksWell(ad1, 'blank');
  await ad1.getByLabel('Código').fill(`${code}x`);
  await ad1.getByLabel('Cómo la conoce Administración').fill(KNOWN_AS);
  await ad1.getByLabel('Apoyo').check();
  await ad1.getByLabel('Por qué lo pides').fill('Aceptó en el taller de octubre.');
  await press(ad1, 'Pedir aprobación');
  await confirm(ad1, 'Todavía no cambia nada');
  await ad1.getByText('Ese código no sirve.').waitFor();
  await looksWell(ad1, 'refused');
  await ad1.getByLabel('Código').fill(` ${code} `);
  await press(ad1, 'Pedir aprobación');
  await confirm(ad1, 'Todavía no cambia nada');
  await ad1.getByText('Lo aprueba otra persona').waitFor();
  expect(await ad1.getByRole('button', { name: 'Aprobar' }).count()).toBe(0);

  await approve(ad2, 'Dar una tarea', 'sus sesiones se cierran');

  await member.waitForURL(/sign-in/);
  await setSessionCookie(member, product.url, 'member2');
  await goTo(member, '/me/duties');
  await member.getByText('Acompaña casos de seguridad y apoyo').waitFor();
  await member.getByText(KNOWN_AS).waitFor();
  await looksWell(member, 'given');

  await goTo(ad2, '/admin/duties');
  await ad2.getByRole('button', { name: new RegExp(KNOWN_AS) }).click();
  await ad2.getByLabel('Por qué lo pides').fill('Pidió un descanso.');
  await looksWell(ad2, 'take');
  await press(ad2, 'Pedir que se quite');
  await confirm(ad2, 'la tarea se quita');
  await ad2.getByText('Lo aprueba otra persona').waitFor();

  await approve(ad1, 'Quitar una tarea', 'deja de poder usarla');

  await member.waitForURL(/sign-in/);
  await setSessionCookie(member, product.url, 'member2');
  await goTo(member, '/me/duties');
  await member.getByText('No tienes ninguna tarea').waitFor();
}, 180_000);

test('The last administrators cannot give up their duty, and the page explains why', async () => {
  const ad1 = await enter('admin1');
  await goTo(ad1, '/admin/duties');
  await ad1.getByRole('button', { name: /Tú/ }).click();
  await ad1.getByText('Tu propia tarea la dejas tú').waitFor();
  await looksWell(ad1, 'own');
}, 60_000);
