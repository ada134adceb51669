import { whileFocused, hasFocus } from '../../support/browser/keyboard.js';
import { setSessionCookie } from '../../support/browser/page-checks.js';
import { waitForClosedDialog } from '../../support/browser/screens/app.js';
import {
  channelRow,
  channelRowWithText,
  channelsLink,
  composer,
  messageFeed,
  message,
  messages,
  newMessagesButton,
  sendText,
  sentMessage,
  channelTitle,
  scrollToNewestButton,
  unreadDivider,
} from '../../support/browser/screens/channel.js';
import {
  detailsPanel,
  detailsAction,
  dialogTitled,
  writingDisabledNotice,
} from '../../support/browser/screens/channel-details.js';
import { buttonNamed, undoButton } from '../../support/browser/screens/page-layout.js';
import {
  waitUntilScrolledToEnd,
  waitUntilInView,
} from '../../support/browser/screens/scrolling.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { partOfText, startOfText, wholeText, uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';
import {
  chooseByKeyboard,
  delayReadReport,
  openChannelAs,
  messagePageProblems,
  openMessageMenu,
  sendAndWait,
} from '../../support/messages/message-page.js';

useJourney();

const es = uiTextIn('es');
const itemsOf = (...ids: readonly string[]) => ids.map((id) => es(id));

test('An author edits a message within a day and then deletes it, by keyboard alone', async () => {
  const page = await openChannelAs('member1', 'Avisos');
  await sendAndWait(page, 'La reunión es a las siete');
  const written = message(page, 'La reunión es a las siete');
  expect(await openMessageMenu(page, written, 'Shift+F10')).toEqual(
    itemsOf('Responder', 'Copiar el texto', 'Copiar el enlace', 'Editar', 'Borrar'),
  );
  const found = await messagePageProblems(page, 'menu');
  await page.keyboard.press('ArrowUp');
  expect(await hasFocus(page.getByRole('menuitem').last())).toBe(true);
  await page.keyboard.press('Escape');
  await waitForClosedDialog(page);
  expect(await hasFocus(written)).toBe(true);

  await openMessageMenu(page, written);
  await chooseByKeyboard(page, 'Editar');
  await whileFocused(page, page.getByRole('textbox', { name: wholeText('Tu mensaje') })).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type(' y media');
  await page.keyboard.press('Control+Enter');
  const changed = message(page, 'a las siete y media');
  await changed.getByText(wholeText('editado')).waitFor();

  await db.query(
    `update message set created_at = created_at - interval '25 hours' where body = $1`,
    ['La reunión es a las siete y media'],
  );
  expect(await openMessageMenu(page, changed)).toEqual(
    itemsOf('Responder', 'Cómo era antes', 'Copiar el texto', 'Copiar el enlace', 'Borrar'),
  );
  await chooseByKeyboard(page, 'Cómo era antes');
  await dialogTitled(page, 'Cómo era antes')
    .getByText('La reunión es a las siete', { exact: true })
    .waitFor();
  found.push(...(await messagePageProblems(page, 'earlier')));
  await page.keyboard.press('Escape');
  await openMessageMenu(page, changed);
  await chooseByKeyboard(page, 'Borrar');
  await message(page, partOfText('Mensaje borrado')).waitFor();
  found.push(...(await messagePageProblems(page, 'deleted')));
  await undoButton(page).press('Enter');
  await page.getByRole('status').getByText(wholeText('Tu mensaje volvió')).waitFor();
  await openMessageMenu(page, changed);
  await chooseByKeyboard(page, 'Borrar');
  await message(page, partOfText('Mensaje borrado')).waitFor();
  expect(await messages(page, 'siete y media').count()).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test("A steward deletes a member's message for all; another member cannot", async () => {
  const [member, steward, other] = [
    await openChannelAs('member1', 'Avisos'),
    await openChannelAs('steward1', 'Avisos', true),
    await openChannelAs('member4', 'Avisos'),
  ];
  const report = await delayReadReport(other);
  await sendAndWait(member, 'Compren lotería conmigo');
  const seen = message(steward, 'Compren lotería conmigo');
  await seen.waitFor();
  expect(await openMessageMenu(other, message(other, 'Compren lotería conmigo'))).toEqual(
    itemsOf(
      'Responder',
      'Marcar como no leído',
      'Copiar el texto',
      'Copiar el enlace',
      'Reportar',
      'Bloquear',
    ),
  );
  // The message stays unread, although the page had just reported that it was read.
  await report.sent();
  await chooseByKeyboard(other, 'Marcar como no leído');
  const unread = channelRow(other, 'Avisos').filter({ hasText: partOfText('sin leer') });
  await unread.waitFor();
  await report.answered();
  await other.reload();
  await unread.waitFor();
  await channelRowWithText(other, 'Avisos', 'Compren lotería conmigo').waitFor();
  expect(await openMessageMenu(steward, seen)).toContain(es('Quitar el mensaje'));
  const found = await messagePageProblems(steward, 'steward');
  await chooseByKeyboard(steward, 'Quitar el mensaje');
  await channelRowWithText(other, 'Avisos', es('Mensaje borrado')).waitFor();
  await other.goBack();
  await messages(other).first().waitFor();

  for (const page of [member, steward, other]) {
    await messages(page, 'lotería').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
  for (const page of [member, steward, other]) await page.context().close();
}, 120_000);

test('A member replies and reacts, others see it at once, and a steward pins the message', async () => {
  const [member, steward] = [
    await openChannelAs('member4', 'Avisos'),
    await openChannelAs('steward1', 'Avisos', true),
  ];
  await sendAndWait(steward, 'Mañana grabamos en el cabildo');
  const written = message(member, 'Mañana grabamos en el cabildo');
  await written.focus();
  await member.keyboard.press('r');
  await whileFocused(member, composer(member)).waitFor();
  // The reply form also shows the retention.
  const answering = member
    .getByText(partOfText('Se borra en <0/>'))
    .filter({ hasText: partOfText('Respondes a {authorName}', { authorName: '' }) });
  await answering.waitFor();
  // The composer is now taller; the answered message must not be hidden behind it.
  await waitUntilScrolledToEnd(messageFeed(member));
  const found = await messagePageProblems(member, 'answering');
  await sendAndWait(member, 'Llevo la grabadora');
  const answer = message(steward, 'Llevo la grabadora');
  await answer.getByRole('button', { name: 'Mañana grabamos' }).click();
  const asked = message(steward, 'Mañana grabamos en el cabildo');
  await whileFocused(steward, asked).waitFor();
  expect(await answering.count()).toBe(0);

  await openMessageMenu(member, written);
  found.push(...(await messagePageProblems(member, 'strip')));
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('Enter');
  await written.getByRole('button', { name: '❤️ 1', pressed: true }).waitFor();
  await asked.getByRole('button', { name: '❤️ 1', pressed: false }).click();
  await written.getByRole('button', { name: '❤️ 2', pressed: true }).waitFor();
  await openMessageMenu(member, written);
  await chooseByKeyboard(member, 'Quién reaccionó');
  const names = dialogTitled(member, 'Quién reaccionó')
    .getByRole('paragraph')
    .filter({ hasText: '❤️' });
  await names.waitFor();
  expect((await names.innerText()).split(',')).toHaveLength(2);
  found.push(...(await messagePageProblems(member, 'reactors')));
  await member.keyboard.press('Escape');

  await openMessageMenu(member, written);
  await member.getByRole('menuitem', { name: wholeText('Otra reacción') }).click();
  const others = dialogTitled(member, 'Reaccionar');
  await others.waitFor();
  found.push(...(await messagePageProblems(member, 'emoji')));
  const typed = others.getByRole('textbox', { name: wholeText('Otro emoji, con tu teclado') });
  const react = others.getByRole('button', { name: wholeText('Reaccionar') });
  await typed.fill('hola');
  await react.click();
  await others.getByText(wholeText('Eso no es un emoji.')).waitFor();
  await typed.fill('🐢');
  await react.click();
  await asked.getByRole('button', { name: '🐢 1' }).waitFor();

  await openMessageMenu(steward, asked);
  await chooseByKeyboard(steward, 'Fijar');
  const pinned = written.getByText(wholeText('Fijado'));
  await pinned.waitFor();
  const pins = detailsPanel(steward).getByRole('region', { name: wholeText('Fijados') });
  await pins.getByText('cabildo').waitFor();
  found.push(...(await messagePageProblems(steward, 'pinned')));
  await openMessageMenu(steward, asked);
  await chooseByKeyboard(steward, 'Dejar de fijar');
  await pinned.waitFor({ state: 'detached' });
  expect(found).toEqual([]);
  for (const page of [member, steward]) await page.context().close();
}, 180_000);

test('A link opens a message far above; a link to a hidden message or channel only shows that it cannot be opened', async () => {
  const { rows } = await db.query<{ id: string; channel_id: string; body: string }>(
    `select m.id, m.channel_id, m.body from message m join channel c on c.id = m.channel_id
     join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = 'Traducciones' order by m.seq limit 1`,
  );
  const first = rows[0]!;
  await db.query(
    `with moved as (update channel set last_version = last_version + 130 where id = $1
       returning last_version - 130 as base)
     insert into message (channel_id, seq, version, account_id, membership_id, client_key, body)
     select m.channel_id, base + n, base + n, m.account_id, m.membership_id, gen_random_uuid(), 'Palabra ' || n
     from moved, message m, generate_series(1, 130) n where m.id = $2`,
    [first.channel_id, first.id],
  );
  const page = await browsers.open();
  const link = `/app/channels/${first.channel_id}?m=${first.id}`;
  await setSessionCookie(page, product.url, 'member1');
  await page.goto(product.url + link);
  await whileFocused(page, message(page, first.body)).waitFor();
  await page.waitForURL((url) => url.search === '');

  await page.goto(`${product.url}/app/channels/${first.channel_id}?m=${crypto.randomUUID()}`);
  await page.getByText(wholeText('No se puede llegar a ese mensaje desde aquí.')).waitFor();
  await page.goto(`${product.url}/app/channels/${crypto.randomUUID()}?m=${first.id}`);
  await channelTitle(page, es('No encontramos ese canal')).waitFor();
  expect(await page.content()).not.toContain('Palabra');
  await page.context().close();
}, 120_000);

test("A member reports a message and blocks its author, whose messages then fold on that member's screen only", async () => {
  const [member, other] = [
    await openChannelAs('member4', 'Avisos'),
    await openChannelAs('member1', 'Avisos'),
  ];
  await sendAndWait(other, 'Esto va a volver');
  const written = message(member, 'Esto va a volver');
  await written.waitFor();
  await openMessageMenu(member, written);
  await chooseByKeyboard(member, 'Reportar');
  await dialogTitled(member, 'Reportar').waitFor();
  const found = await messagePageProblems(member, 'report');
  await member.keyboard.press('Escape');
  expect(await hasFocus(written)).toBe(true);

  const folded = { name: wholeText('Mensaje de alguien que bloqueaste · mostrar') };
  await openMessageMenu(member, written);
  await chooseByKeyboard(member, 'Bloquear');
  await member
    .getByRole('dialog')
    .getByRole('button', { name: wholeText('Bloquear') })
    .click();
  await member.getByRole('button', folded).last().waitFor();
  await buttonNamed(member.getByRole('status'), 'Cerrar').click();
  expect(await messages(member, 'Esto va a volver').count()).toBe(0);
  found.push(...(await messagePageProblems(member, 'folded')));
  await member.getByRole('button', folded).last().click();
  await written.waitFor();
  expect(await other.getByRole('button', folded).count()).toBe(0);
  expect(found).toEqual([]);
  for (const page of [member, other]) await page.context().close();
}, 120_000);

test('A steward creates, renames and archives a channel, which can still be read', async () => {
  const page = await openChannelAs('steward1', 'Avisos', true);
  await page.getByRole('link', { name: wholeText('Canal nuevo') }).click();
  const name = wholeText('Nombre del canal');
  const create = page.getByRole('button', { name: wholeText('Abrir el canal') });
  await create.click();
  // The server's reason for the refusal is the only description of the field.
  await page.getByRole('textbox', { name, description: /./ }).waitFor();
  const found = await messagePageProblems(page, 'new-channel');
  await page.getByRole('textbox', { name }).fill('Radio comunitaria');
  await page.getByRole('radio', { name: startOfText('Desde el inicio') }).check();
  await create.click();
  await channelTitle(page, 'Radio comunitaria').waitFor();
  await detailsPanel(page).getByText(wholeText('Quien llega lee desde el inicio')).waitFor();
  await detailsAction(page, 'Cambiar el nombre').click();
  const renaming = dialogTitled(page, 'Cambiar el nombre');
  // A dialog with a field opens at it.
  await renaming.getByRole('textbox', { name }).and(page.locator(':focus')).fill('Radio del río');
  await renaming.getByRole('button', { name: wholeText('Guardar') }).click();
  await channelTitle(page, 'Radio del río').waitFor();
  await channelRow(page, 'Radio del río').waitFor();
  expect(await channelRow(page, 'Radio del río').getAttribute('aria-current')).toBe('page');
  await sendText(page, 'Se **oye** bien');
  await sentMessage(page, 'Se oye bien').waitFor();
  await channelRowWithText(page, 'Radio del río', `${es('Tú')}: Se oye bien`).waitFor();
  found.push(...(await messagePageProblems(page, 'details')));

  // A message deleted in an open channel must not return to the channel list when another channel is opened.
  await sendText(page, 'Esto sobra');
  const extra = channelRowWithText(page, 'Radio del río', 'Esto sobra');
  await extra.waitFor();
  await openMessageMenu(page, message(page, 'Esto sobra'));
  await chooseByKeyboard(page, 'Borrar');
  await channelRowWithText(page, 'Radio del río', es('Mensaje borrado')).waitFor();
  await channelRow(page, 'Avisos').click();
  await channelTitle(page, 'Avisos').waitFor();
  expect(await extra.count()).toBe(0);
  await channelRow(page, 'Radio del río').click();
  await channelTitle(page, 'Radio del río').waitFor();

  await detailsAction(page, 'Archivar el canal').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: wholeText('Archivar') })
    .click();
  await writingDisabledNotice(page).waitFor();
  expect(await composer(page).count()).toBe(0);
  await channelRow(page, 'Radio del río').waitFor({ state: 'detached' });
  await page.goto(`${product.url}/app/groups/one`);
  await page.getByRole('link', { name: 'Radio del río' }).click();
  await message(page, 'Se oye bien').waitFor();
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

/** Posts messages of a steward after all members have read the channel to its end. */
const postMany = (channel: string, count: number) =>
  db.query(
    `with place as (
       select c.id, c.last_version, s.id as membership_id, s.account_id from channel c
         join "group" g on g.id = c.group_id and g.slug = 'one'
         join membership s on s.group_id = g.id join account a on a.id = s.account_id
       where c.name = $1 and a.email = 'steward1@trama.example'),
     seen as (
       update channel_reader r set read_version = p.last_version from place p where r.channel_id = p.id),
     added as (
       insert into message (channel_id, seq, version, account_id, membership_id, client_key, body)
       select p.id, p.last_version + n, p.last_version + n, p.account_id, p.membership_id, gen_random_uuid(),
         'Parte ' || n from place p, generate_series(1, $2::int) n)
     update channel c set last_version = c.last_version + $2 from place p where p.id = c.id`,
    [channel, count],
  );

test('A channel opens at the unread divider, even if it is more than a page above the end, and stays there when a message above grows and new ones arrive', async () => {
  await postMany('Verificación', 60);
  const page = await openChannelAs('member1', 'Verificación');
  // Turns off scroll anchoring, which some browsers lack.
  await messageFeed(page).evaluate((box) => void (box.style.overflowAnchor = 'none'));
  const other = await openChannelAs('steward1', 'Verificación');
  await waitUntilInView(unreadDivider(page), messageFeed(page));
  const place = () => unreadDivider(page).evaluate((line) => line.getBoundingClientRect().top);
  const before = await place();
  const grow = (article: HTMLElement | SVGElement) => void (article.style.minHeight = '900px');
  await messages(page).first().evaluate(grow);
  await waitUntil('The divider was pushed away', async () => (await place()) === before);
  await scrollToNewestButton(page).waitFor();
  const found = await messagePageProblems(page, 'newest');
  const top = await messageFeed(page).evaluate(({ scrollTop }) => scrollTop);
  await sendAndWait(other, 'Una voz más');
  await newMessagesButton(page, 1).waitFor();
  expect(await messageFeed(page).evaluate(({ scrollTop }) => scrollTop)).toBe(top);
  found.push(...(await messagePageProblems(page, 'pill')));
  await newMessagesButton(page, 1).click();
  await newMessagesButton(page, 1).waitFor({ state: 'detached' });
  expect(await message(page, 'Una voz más').isVisible()).toBe(true);
  expect(await scrollToNewestButton(page).count()).toBe(0);

  await messageFeed(page).focus();
  await page.keyboard.press('n');
  await waitUntilInView(unreadDivider(page), messageFeed(page));
  await scrollToNewestButton(page).click();
  await waitUntilScrolledToEnd(messageFeed(page));
  expect(found).toEqual([]);
  for (const one of [page, other]) await one.context().close();
}, 120_000);

test('A member chooses an ally from the channel list and sends them a message', async () => {
  const page = await browsers.open();
  await setSessionCookie(page, product.url, 'member1');
  await page.goto(`${product.url}/app/channels`);
  await page.getByRole('button', { name: wholeText('Escribir a alguien') }).click();
  const allies = dialogTitled(page, 'Escribir a alguien');
  const ally = allies.getByRole('button', { name: 'Benício Rio Claro' });
  await ally.waitFor();
  const found = await messagePageProblems(page, 'allies');
  await ally.click();
  await channelTitle(page, 'Benício Rio Claro').waitFor();
  await allies.waitFor({ state: 'detached' });
  await sendText(page, '¿Nos **leemos** el sábado?');
  await sentMessage(page, '¿Nos leemos el sábado?').waitFor();
  await channelsLink(page).click();
  const line = `${es('Tú')}: ¿Nos leemos el sábado?`;
  await channelRowWithText(page, 'Benício Rio Claro', line).waitFor();
  found.push(...(await messagePageProblems(page, 'list')));
  expect(found).toEqual([]);
  await page.context().close();
}, 60_000);
