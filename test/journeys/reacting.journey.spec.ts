import { hasFocus } from '../support/keys.js';
import { choose, enter, faults, menuOf, say, saying } from '../support/messages.js';
import { onStage } from '../support/stage.js';

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
  await member.locator('.composer__meta', { hasText: 'Respondes a' }).waitFor();
  const found = await faults(member, 'answering');
  await say(member, 'Llevo la grabadora');
  const answer = saying(steward, 'Llevo la grabadora');
  await answer.locator('button.quote', { hasText: 'Mañana grabamos' }).click();
  const asked = saying(steward, 'Mañana grabamos en el cabildo');
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
  await choose(steward, 'Fijar en el canal');
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
