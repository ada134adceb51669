import { hasFocus } from '../../support/browser/keys.js';
import { choose, enter, faults, menuOf, say, saying } from '../../support/talk/messages.js';
import { db, onStage, product } from '../../support/browser/stage.js';

onStage();

test('Who reads a message answers it and reacts, others see it at once, and a steward pins it', async () => {
  const [member, steward] = [
    await enter('member4', 'Avisos'),
    await enter('steward1', 'Avisos', true),
  ];
  await say(steward, 'Mañana grabamos en el cabildo');
  const message = saying(member, 'Mañana grabamos en el cabildo');
  await message.focus();
  await member.keyboard.press('r');
  await member.locator('.composer__box:focus').waitFor();
  // Whoever answers reads on how long it stays, as with any message.
  await member.locator('.composer__meta', { hasText: /Respondes a.*Se borra en/s }).waitFor();
  // The composer is taller by then: what is answered does not slide under it.
  await member.waitForFunction(() => {
    const feed = document.querySelector('.feed')!;
    return feed.scrollHeight - feed.scrollTop - feed.clientHeight < 2;
  });
  const found = await faults(member, 'answering');
  await say(member, 'Llevo la grabadora');
  const answer = saying(steward, 'Llevo la grabadora');
  await answer.locator('button.quote', { hasText: 'Mañana grabamos' }).click();
  const asked = saying(steward, 'Mañana grabamos en el cabildo');
  const cited = steward.locator('.msg__t', { hasText: 'Mañana grabamos en el cabildo' });
  await steward.locator('article:focus', { has: cited }).waitFor();
  expect(await hasFocus(asked)).toBe(true);
  expect(await member.locator('.composer__meta', { hasText: 'Respondes a' }).count()).toBe(0);

  await menuOf(member, message);
  found.push(...(await faults(member, 'strip')));
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('Enter');
  await message.locator('.react[aria-pressed=true]', { hasText: '❤️ 1' }).waitFor();
  await asked.locator('.react[aria-pressed=false]', { hasText: '❤️ 1' }).click();
  await message.locator('.react[aria-pressed=true]', { hasText: '❤️ 2' }).waitFor();
  await menuOf(member, message);
  await choose(member, 'Quién reaccionó');
  const names = member.locator('dialog p', { hasText: '❤️' });
  await names.waitFor();
  expect((await names.innerText()).split(',')).toHaveLength(2);
  found.push(...(await faults(member, 'reactors')));
  await member.keyboard.press('Escape');

  await menuOf(member, message);
  await member.locator('[aria-label="Otra reacción"]').click();
  await member.locator('.emojis').waitFor();
  found.push(...(await faults(member, 'emoji')));
  await member.locator('dialog input').fill('hola');
  await member.locator('dialog [type=submit]').click();
  await member.locator('dialog .field--error').waitFor();
  await member.locator('dialog input').fill('🐢');
  await member.locator('dialog [type=submit]').click();
  await asked.locator('.react', { hasText: '🐢 1' }).waitFor();

  await menuOf(steward, asked);
  await choose(steward, 'Fijar');
  await message.locator('.pinmark').waitFor();
  await steward
    .locator('.detail', { hasText: 'Fijados' })
    .locator('.lines', { hasText: 'cabildo' })
    .waitFor();
  found.push(...(await faults(steward, 'pinned')));
  await menuOf(steward, asked);
  await choose(steward, 'Dejar de fijar');
  await message.locator('.pinmark').waitFor({ state: 'detached' });
  expect(found).toEqual([]);
  for (const page of [member, steward]) await page.context().close();
}, 180_000);

test('A link leads to a message far above; whoever does not read it gets no further, and hears why', async () => {
  const { rows } = await db.query<{ id: string; channel_id: string }>(
    `select m.id, m.channel_id from message m join channel c on c.id = m.channel_id
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
  const link = `${product.url}/app/channels/${first.channel_id}?m=${first.id}`;
  const page = await enter('member1', 'Traducciones');
  await page.goto(link);
  await page.locator(`[id="m-${first.id}"]:focus`).waitFor();
  await page.waitForURL((url) => url.search === '');
  expect(await page.locator(`[id="m-${first.id}"]`).isVisible()).toBe(true);

  await page.goto(`${product.url}/app/channels/${first.channel_id}?m=${crypto.randomUUID()}`);
  await page.locator('.toast', { hasText: 'No se puede llegar' }).waitFor();
  await page.goto(`${product.url}/app/channels/${crypto.randomUUID()}?m=${first.id}`);
  await page.locator('h1', { hasText: 'No encontramos ese canal' }).waitFor();
  expect(await page.content()).not.toContain('Palabra');
  await page.context().close();
}, 120_000);
