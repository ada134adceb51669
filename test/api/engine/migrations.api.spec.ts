import { migrate } from '#database/data-source.js';
import { copyOf } from '../../support/app/database.js';

it('Nodes that start together bring the database to their version once', async () => {
  const empty = await copyOf({ name: 'template_empty_0', fill: async () => undefined });
  const ran = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
  expect(ran.map((names) => names.length > 0).sort()).toEqual([false, false, true]);
  await empty.drop();
});
