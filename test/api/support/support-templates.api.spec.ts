import { useApp } from '../../support/app/app.js';
import { makePeople, makePerson, type Person } from '../../support/factories/make-people.js';
import { allRowsOf, translatedText } from '../../support/factories/review-templates.js';
import {
  newSupportTemplate,
  supportTemplatesOf,
} from '../../support/factories/support/support-templates.js';
import { makeSupporter } from '../../support/factories/support-requests.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const app = useApp({ TRAMA_WORKER: '0' });
let ad1: Person;
let ad2: Person;
beforeAll(async () => {
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});

const state = () => allRowsOf(app, 'support_template', 'two_person_act');
const approve = (who: Person, { id, hash }: { id: string; hash: string }) =>
  twoPersonActions(who).approve(id, hash);

it('two administrators add, edit, reorder and remove the templates that supporters read', async () => {
  const supporter = await makeSupporter(app);
  expect((await supportTemplatesOf(supporter).read()).items).toEqual([]);
  const [ask, refer] = [
    newSupportTemplate('ask', 'Cuéntanos más'),
    newSupportTemplate('refer', 'Otra red sabe más'),
  ];
  await approve(ad2, await supportTemplatesOf(ad1).ask([ask, refer]));
  const { items } = await supportTemplatesOf(supporter).read();
  expect(items.map(({ key: _key, ...said }) => ({ key: null, ...said }))).toEqual([ask, refer]);

  const to = [{ ...items[1]!, purpose: 'decline' }, newSupportTemplate('accept', 'Empezamos')];
  const act = await supportTemplatesOf(ad1).ask(to);
  const labels = act.shown.map(({ label }) => label).filter((label) => !label.startsWith('list'));
  expect(labels).toEqual([
    ...['setting', 'turned:from:refer:to:decline', 'added:accept', 'retired:ask'],
  ]);
  expect((await supportTemplatesOf(supporter).read()).items).toEqual(items);
  await approve(ad2, act);
  const after = (await supportTemplatesOf(supporter).read()).items;
  expect(after.map(({ purpose }) => purpose)).toEqual(['decline', 'accept']);
  expect(after[0]!.key).toBe(items[1]!.key);
});

it('a list that is stale, unchanged, too long or without a language is refused and stores nothing', async () => {
  const { items, readAs } = await supportTemplatesOf(ad1).read();
  const before = await state();
  const one = newSupportTemplate('ask', 'Una más');
  const ask = (list: unknown, as?: string) => supportTemplatesOf(ad1).ask(list, as);
  await expect(ask([one], 'another')).rejects.toMatchObject({ reason: 'settings.changed' });
  await expect(ask(items, readAs)).rejects.toMatchObject({ reason: 'settings.same' });
  await expect(ask(Array(25).fill(one))).rejects.toMatchObject({
    fields: { items: 'arrayMaxSize' },
  });
  const bodies = { ...translatedText('x'), pt: ' ' };
  await expect(ask([{ ...one, bodies }])).rejects.toMatchObject({
    fields: { 'items.0.bodies.pt': 'blank' },
  });
  expect(await state()).toEqual(before);
});

it('a supporter and an administrator read the templates, and a supporter or another account cannot change them', async () => {
  const { readAs } = await supportTemplatesOf(ad1).read();
  const item = [newSupportTemplate('ask', 'Una más')];
  const supporter = await makeSupporter(app);
  expect(await supportTemplatesOf(supporter).readCode()).toBe('OK');
  expect(await supportTemplatesOf(ad2).readCode()).toBe('OK');
  expect(await supportTemplatesOf(supporter).askCode(item, readAs)).toBe('FORBIDDEN');
  for (const kind of ['member', 'moderator', 'applicant', 'suspended', 'auditor'] as const) {
    const other = supportTemplatesOf(await makePerson(app, kind, kind));
    expect([kind, await other.readCode(), await other.askCode(item, readAs)]).toEqual([
      ...[kind, 'FORBIDDEN', 'FORBIDDEN'],
    ]);
  }
});
