import { focused } from '../../support/browser/keys.js';
import { authenticate } from '../../support/browser/looks.js';
import { composer, feed, message, title } from '../../support/browser/screens/channel.js';
import { details, dialog } from '../../support/browser/screens/channel-details.js';
import { untilAtEnd } from '../../support/browser/screens/scrolling.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';
import { partOfText, wholeText, wordsIn } from '../../support/browser/words.js';
import { choose, enter, faults, menuOf, say } from '../../support/talk/messages.js';

onStage();

const es = wordsIn('es');

test('A member answers and reacts, others see it at once, and a steward pins the message', async () => {
  const [member, steward] = [
    await enter('member4', 'Avisos'),
    await enter('steward1', 'Avisos', true),
  ];
  await say(steward, 'Mañana grabamos en el cabildo');
  const written = message(member, 'Mañana grabamos en el cabildo');
  await written.focus();
  await member.keyboard.press('r');
  await focused(member, composer(member)).waitFor();
  // An answer, too, says how long it is kept.
  const answering = member
    .getByText(partOfText('Se borra en <0/>'))
    .filter({ hasText: partOfText('Respondes a {authorName}', { authorName: '' }) });
  await answering.waitFor();
  // The composer is taller by then: what is answered does not slide under it.
  await untilAtEnd(feed(member));
  const found = await faults(member, 'answering');
  await say(member, 'Llevo la grabadora');
  const answer = message(steward, 'Llevo la grabadora');
  await answer.getByRole('button', { name: 'Mañana grabamos' }).click();
  const asked = message(steward, 'Mañana grabamos en el cabildo');
  await focused(steward, asked).waitFor();
  expect(await answering.count()).toBe(0);

  await menuOf(member, written);
  found.push(...(await faults(member, 'strip')));
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('Enter');
  await written.getByRole('button', { name: '❤️ 1', pressed: true }).waitFor();
  await asked.getByRole('button', { name: '❤️ 1', pressed: false }).click();
  await written.getByRole('button', { name: '❤️ 2', pressed: true }).waitFor();
  await menuOf(member, written);
  await choose(member, 'Quién reaccionó');
  const names = dialog(member, 'Quién reaccionó').getByRole('paragraph').filter({ hasText: '❤️' });
  await names.waitFor();
  expect((await names.innerText()).split(',')).toHaveLength(2);
  found.push(...(await faults(member, 'reactors')));
  await member.keyboard.press('Escape');

  await menuOf(member, written);
  await member.getByRole('menuitem', { name: wholeText('Otra reacción') }).click();
  const others = dialog(member, 'Reaccionar');
  await others.waitFor();
  found.push(...(await faults(member, 'emoji')));
  const typed = others.getByRole('textbox', { name: wholeText('Otro emoji, con tu teclado') });
  const react = others.getByRole('button', { name: wholeText('Reaccionar') });
  await typed.fill('hola');
  await react.click();
  await others.getByText(wholeText('Eso no es un emoji.')).waitFor();
  await typed.fill('🐢');
  await react.click();
  await asked.getByRole('button', { name: '🐢 1' }).waitFor();

  await menuOf(steward, asked);
  await choose(steward, 'Fijar');
  const pinned = written.getByText(wholeText('Fijado'));
  await pinned.waitFor();
  const pins = details(steward).getByRole('region', { name: wholeText('Fijados') });
  await pins.getByText('cabildo').waitFor();
  found.push(...(await faults(steward, 'pinned')));
  await menuOf(steward, asked);
  await choose(steward, 'Dejar de fijar');
  await pinned.waitFor({ state: 'detached' });
  expect(found).toEqual([]);
  for (const page of [member, steward]) await page.context().close();
}, 180_000);

test('A link leads a member to a message far above; from one to a hidden message or channel they only read that it cannot be opened', async () => {
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
  await authenticate(page, product.url, 'member1');
  await page.goto(product.url + link);
  await focused(page, message(page, first.body)).waitFor();
  await page.waitForURL((url) => url.search === '');

  await page.goto(`${product.url}/app/channels/${first.channel_id}?m=${crypto.randomUUID()}`);
  await page.getByText(wholeText('No se puede llegar a ese mensaje desde aquí.')).waitFor();
  await page.goto(`${product.url}/app/channels/${crypto.randomUUID()}?m=${first.id}`);
  await title(page, es('No encontramos ese canal')).waitFor();
  expect(await page.content()).not.toContain('Palabra');
  await page.context().close();
}, 120_000);
