import { hasFocus } from '../../support/browser/keys.js';
import { choose, enter, faults, menuOf, say, saying } from '../../support/talk/messages.js';
import { db, onStage, product } from '../../support/browser/stage.js';

onStage();

test('By keys alone a message is changed within its day, and taken back', async () => {
  const page = await enter('member1', 'Avisos');
  await say(page, 'La reunión es a las siete');
  const message = saying(page, 'La reunión es a las siete');
  expect(await menuOf(page, message, 'Shift+F10')).toEqual([
    'Responder',
    'Copiar el texto',
    'Copiar el enlace',
    'Editar',
    'Borrar',
  ]);
  const found = await faults(page, 'menu');
  await page.keyboard.press('ArrowUp');
  expect(await hasFocus(page.locator('.menu__item').last())).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await hasFocus(message)).toBe(true);

  await menuOf(page, message);
  await choose(page, 'Editar');
  await page.locator('.composer__box:focus').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type(' y media');
  await page.keyboard.press('Control+Enter');
  const changed = saying(page, 'a las siete y media');
  await changed.locator('.msg__st', { hasText: 'editado' }).waitFor();

  await db.query(
    `update message set created_at = created_at - interval '25 hours' where body = $1`,
    ['La reunión es a las siete y media'],
  );
  expect(await menuOf(page, changed)).toEqual([
    'Responder',
    'Cómo era antes',
    'Copiar el texto',
    'Copiar el enlace',
    'Borrar',
  ]);
  await choose(page, 'Cómo era antes');
  await page.locator('dialog .lines', { hasText: 'La reunión es a las siete' }).waitFor();
  found.push(...(await faults(page, 'earlier')));
  await page.keyboard.press('Escape');
  await menuOf(page, changed);
  await choose(page, 'Borrar');
  await page.locator('article', { hasText: 'Mensaje borrado' }).last().waitFor();
  expect(await page.locator('article', { hasText: 'siete y media' }).count()).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('A steward removes what another wrote, for everybody; a member may not', async () => {
  const [member, steward, other] = [
    await enter('member1', 'Avisos'),
    await enter('steward1', 'Avisos', true),
    await enter('member4', 'Avisos'),
  ];
  await say(member, 'Compren lotería conmigo');
  const seen = saying(steward, 'Compren lotería conmigo');
  await seen.waitFor();
  expect(await menuOf(other, saying(other, 'Compren lotería conmigo'))).toEqual([
    'Responder',
    'Dejar como no leído',
    'Copiar el texto',
    'Copiar el enlace',
    'Avisar a moderación',
    'Bloquear',
  ]);
  await choose(other, 'Dejar como no leído');
  await other.locator('.chrow', { hasText: 'Avisos' }).locator('.count').waitFor();
  await other.goBack();
  expect(await menuOf(steward, seen)).toContain('Quitar el mensaje');
  const found = await faults(steward, 'steward');
  await choose(steward, 'Quitar el mensaje');

  for (const page of [member, steward, other]) {
    await page.locator('article', { hasText: 'lotería' }).waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
  for (const page of [member, steward, other]) await page.context().close();
}, 120_000);

test('Blocking from a message folds what that person wrote, on the own screen only, and reporting forwards it', async () => {
  const [member, other] = [await enter('member4', 'Avisos'), await enter('member1', 'Avisos')];
  await say(other, 'Esto va a volver');
  const message = saying(member, 'Esto va a volver');
  await message.waitFor();
  await menuOf(member, message);
  await choose(member, 'Avisar a moderación');
  await member.locator('dialog h2', { hasText: 'Avisar a moderación' }).waitFor();
  const found = await faults(member, 'report');
  await member.keyboard.press('Escape');
  expect(await hasFocus(message)).toBe(true);

  await menuOf(member, message);
  await choose(member, 'Bloquear');
  await member.locator('dialog .btn--danger').click();
  await member.locator('.folded').last().waitFor();
  expect(await member.locator('article', { hasText: 'Esto va a volver' }).count()).toBe(0);
  found.push(...(await faults(member, 'folded')));
  await member.locator('.folded').last().click();
  await message.waitFor();
  expect(await other.locator('.folded').count()).toBe(0);
  expect(found).toEqual([]);
  for (const page of [member, other]) await page.context().close();
}, 120_000);

test('A steward opens a channel, names it anew and archives it; it is read and no longer written', async () => {
  const page = await enter('steward1', 'Avisos', true);
  await page.locator('.chlist a[href="/app/channels/new"]').click();
  await page.locator('form button[type=submit]').click();
  await page.locator('.field--error').waitFor();
  const found = await faults(page, 'new-channel');
  await page.locator('input[name=name]').fill('Radio comunitaria');
  await page.locator('input[value=start]').check();
  await page.locator('form button[type=submit]').click();
  await page.locator('.topbar h1', { hasText: 'Radio comunitaria' }).waitFor();
  await page.locator('.detail', { hasText: 'Quien llega lee desde el inicio' }).waitFor();
  await page.locator('.detail button.row', { hasText: 'Cambiar el nombre' }).click();
  await page.locator('dialog input').fill('Radio del río');
  await page.locator('dialog [type=submit]').click();
  await page.locator('.topbar h1', { hasText: 'Radio del río' }).waitFor();
  await page.locator('.chrow[aria-current]', { hasText: 'Radio del río' }).waitFor();
  await say(page, 'Se oye bien');
  found.push(...(await faults(page, 'details')));

  await page.locator('.detail button.row', { hasText: 'Archivar' }).click();
  await page.locator('dialog .btn--danger').click();
  await page.locator('.chan .banner', { hasText: 'Canal archivado' }).waitFor();
  expect(await page.locator('.composer').count()).toBe(0);
  await page.locator('.chrow', { hasText: 'Radio del río' }).waitFor({ state: 'detached' });
  await page.goto(`${product.url}/app/groups/one`);
  await page.locator('.chrow', { hasText: 'Radio del río' }).click();
  await page.locator('.msg__t', { hasText: 'Se oye bien' }).waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('The line stands before the first unread message, and who reads above hears of new ones without being moved', async () => {
  const page = await enter('member1', 'Verificación');
  const other = await enter('steward1', 'Verificación');
  const line = page.locator('.unread');
  await line.waitFor();
  expect(await line.innerText()).toMatch(/^\d+ mensajes nuevos$/);
  const top = await page.locator('.feed').evaluate((feed) => feed.scrollTop);
  await say(other, 'Una voz más');
  await page.locator('.pill--end', { hasText: '1 mensaje nuevo' }).waitFor();
  expect(await page.locator('.feed').evaluate((feed) => feed.scrollTop)).toBe(top);
  const found = await faults(page, 'pill');
  await page.locator('.pill--end').click();
  await page.locator('.pill--end').waitFor({ state: 'detached' });
  expect(await saying(page, 'Una voz más').isVisible()).toBe(true);

  await page.locator('.feed').focus();
  await page.keyboard.press('n');
  await page.waitForFunction(() => {
    const feed = document.querySelector('.feed')!;
    const box = document.querySelector('.unread')!.getBoundingClientRect();
    return box.top >= feed.getBoundingClientRect().top && box.bottom <= innerHeight;
  });
  expect(found).toEqual([]);
  for (const one of [page, other]) await one.context().close();
}, 120_000);
