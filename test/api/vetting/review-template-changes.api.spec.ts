import { useApp } from '../../support/app/app.js';
import {
  changedTexts,
  deskTextsOf,
  detailsOf,
  allRowsOf,
  translatedText,
  type ReviewTemplate,
} from '../../support/factories/review-templates.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let ad1: Person;
let ad2: Person;
let mo1: Person;
beforeAll(async () => {
  [mo1] = await makeReviewers(app);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});

const words = (who = ad1) => deskTextsOf(who).read();
const state = () => allRowsOf(app, 'checklist_item', 'reason_template', 'two_person_act');
const approve = (who: Person, { id, hash }: { id: string; hash: string }) =>
  twoPersonActions(who).approve(id, hash);

it('two administrators can add, edit, reorder and remove templates', async () => {
  const { templates } = await words();
  const [first, second, ...rest] = templates as [
    ReviewTemplate,
    ReviewTemplate,
    ...ReviewTemplate[],
  ];
  const titles = translatedText('Falta un aval');
  const bodies = translatedText('Cuando alguien te avale,\nEN: escríbenos.');
  const one: ReviewTemplate = {
    key: null,
    purpose: 'decline',
    reasonClass: 'notEnough',
    titles,
    bodies,
  };
  const before = await state();
  const ask = { ...one, purpose: 'ask', reasonClass: null };
  for (const [bad, fields] of [
    [{ ...one, reasonClass: null }, { 'items.0.reasonClass': 'missing' }],
    [{ ...one, titles: translatedText('x'.repeat(201)) }, { 'items.0.titles.es': 'tooLong' }],
    [{ ...one, bodies: { ...bodies, en: ' \u200b ' } }, { 'items.0.bodies.en': 'blank' }],
    [{ ...one, bodies: { ...bodies, pt: 'x'.repeat(2_001) } }, { 'items.0.bodies.pt': 'tooLong' }],
    [{ ...ask, bodies: { ...bodies, pt: 'x'.repeat(1_501) } }, { 'items.0.bodies.pt': 'tooLong' }],
  ] as const) {
    await expect(deskTextsOf(ad1).askForTexts([bad])).rejects.toMatchObject({
      code: 'INVALID',
      fields,
    });
  }
  await expect(deskTextsOf(ad1).askForTexts(templates)).rejects.toMatchObject({
    reason: 'settings.same',
  });
  await expect(deskTextsOf(ad1).askForTexts([one], 'another')).rejects.toMatchObject({
    reason: 'settings.changed',
  });
  await expect(deskTextsOf(ad1).askForTexts(Array(25).fill(one))).rejects.toMatchObject({
    fields: { items: 'arrayMaxSize' },
  });
  expect(await state()).toEqual(before);

  const to = [{ ...second, bodies: translatedText('Otra pregunta') }, ...rest, one];
  const act = await deskTextsOf(ad1).askForTexts(to);
  const labels = act.shown.map(({ label }: { label: string }) => label);
  expect(labels.filter((label: string) => !label.startsWith('list'))).toEqual([
    ...['setting', 'reworded:ask', 'added:decline:notEnough', 'retired:ask'],
  ]);
  // A line that imitates another language stays inside the text that contains it.
  expect(changedTexts(act, 'added:decline:notEnough').slice(3)).toEqual([
    'bodies es: null → Cuando alguien te avale,\nEN: escríbenos.',
    'bodies pt: null → Cuando alguien te avale,\nEN: escríbenos. pt',
    'bodies en: null → Cuando alguien te avale,\nEN: escríbenos. en',
  ]);
  expect(changedTexts(act, 'reworded:ask').map((line) => line.slice(0, 10))).toEqual([
    ...['bodies es:', 'bodies pt:', 'bodies en:'],
  ]);
  await approve(ad2, act);
  const after = (await words(mo1)).templates;
  expect(after.map(({ key: _key, ...said }) => said)).toEqual(
    to.map(({ key: _key, ...said }) => said),
  );
  expect(after.map(({ key }) => key)).not.toContain(first.key);
  expect(after[0]!.key).toBe(second.key);
  const none = await deskTextsOf(ad1).askForTexts([]);
  await approve(ad2, none);
  expect((await words()).templates).toEqual([]);
});

it('a template that only changes its reason class or purpose is shown to the approver before and after', async () => {
  const titles = translatedText('Hay riesgos');
  const one = {
    key: null,
    purpose: 'decline',
    reasonClass: 'notEnough',
    titles,
    bodies: translatedText('x'),
  };
  await approve(ad2, await deskTextsOf(ad1).askForTexts([one]));
  const [was] = (await words()).templates;
  const turned = (shown: readonly { label: string; value: string }[]) =>
    shown
      .filter(({ label }) => !/^(setting|list)/.test(label))
      .map(({ label, value }) => ({ label, value }));
  const value = 'Hay riesgos';
  const first = await deskTextsOf(ad1).askForTexts([{ ...was, reasonClass: 'risk' }]);
  const asRead = await detailsOf(ad2, first.id);
  expect(turned(asRead)).toEqual([
    { label: 'turned:from:decline:notEnough:to:decline:risk', value },
  ]);
  await approve(ad2, first);
  expect((await words()).templates).toEqual([{ ...was, reasonClass: 'risk' }]);
  const second = await deskTextsOf(ad1).askForTexts([
    { ...was, purpose: 'ask', reasonClass: null },
  ]);
  expect(turned(second.shown)).toEqual([{ label: 'turned:from:decline:risk:to:ask', value }]);
  await approve(ad2, second);
});
