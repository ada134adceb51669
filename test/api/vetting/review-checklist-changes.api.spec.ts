import { type TestApp, startApp } from '../../support/app/app.js';
import {
  newChecklistItem,
  changedChecklist,
  changedTexts,
  detailsOf,
  deskTextsOf,
  type ChecklistItem,
  allRowsOf,
  translatedText,
} from '../../support/factories/review-templates.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import {
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { readRepositoryFile } from '../../support/repository.js';

/** Two administrators change the reviewers' checklist and text templates, always as a whole list. */
let app: TestApp;
let ad1: Person;
let ad2: Person;
let mo1: Person;
let mo2: Person;
beforeEach(async () => {
  app = await startApp({ TRAMA_WORKER: '0' });
  [mo1, mo2] = await makeReviewers(app);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});
afterEach(() => app.stop());

const words = (who = ad1) => deskTextsOf(who).read();
const changed = () => changedChecklist(ad1);
/** Returns all rows that a change could touch. */
const state = () => allRowsOf(app, 'checklist_item', 'reason_template', 'two_person_act');
const approve = (who: Person, { id, hash }: { id: string; hash: string }) =>
  twoPersonActions(who).approve(id, hash);

it('a checklist changes at once, in its new order, when a second administrator approves it', async () => {
  const before = await words();
  const act = await deskTextsOf(ad1).askForChecklist(await changed());
  expect(await words()).toEqual(before);
  const said = (what: string) =>
    act.shown.flatMap(({ label, value }: { label: string; value: string }) =>
      label === what ? [value] : [],
    );
  expect(said('setting')).toEqual(['checklist']);
  expect(changedTexts(act, 'added')).toEqual([
    'labels es: null → Leí su trabajo',
    'labels pt: null → Leí su trabajo pt',
    'labels en: null → Leí su trabajo en',
  ]);
  expect(changedTexts(act, 'retired')[2]).toMatch(
    /^labels en: There are signs that they are who they say.* → null$/,
  );
  expect(changedTexts(act, 'reworded')[0]).toBe(
    'labels es: Pensé en los riesgos de su entrada → Pensé en quién arriesga qué',
  );
  expect(said('list').map((line: string) => line.slice(0, 14))).toEqual([
    ...['No tengo confl', 'Su propósito c', 'Pensé en quién', 'Leí su trabajo'],
  ]);
  await expect(approve(ad1, act)).rejects.toMatchObject({
    reason: 'twoPerson.own',
  });
  expect(await words()).toEqual(before);
  await approve(ad2, act);
  const after = await words(mo1);
  expect(after.checklist.map(({ labels }) => labels.es)).toEqual([
    ...['No tengo conflicto de interés', 'Su propósito cabe en los acuerdos'],
    ...['Pensé en quién arriesga qué', 'Leí su trabajo'],
  ]);
  expect(after.checklist[0]!.key).toBe('noConflict');
  expect(after.retired.map(({ key }) => key).toSorted()).toEqual(['identity', 'risk']);
  // The stored request stays the same although the list has changed.
  expect(await detailsOf(ad2, act.id)).toEqual(act.shown);
  expect(
    await app.db.query(
      `select actor_id, duty, reason from audit_entry where subject_type = 'Instance' and action = 'change'`,
    ),
  ).toEqual([{ actor_id: ad2.accountId, duty: 'administer', reason: 'checklist' }]);
});

it('a stored review keeps its checklist items, and a review in progress is rejected because the list changed', async () => {
  const id = await (await makeApplicant(app)).id();
  const ticked = ['identity', 'risk', 'noConflict'];
  for (const reader of [mo1, mo2]) await reviewerActions(reader).claim(id);
  await reviewerActions(mo1).review(id, { checks: ticked });
  const act = await deskTextsOf(ad1).askForChecklist(await changed());
  await approve(ad2, act);
  const written = async () => (await reviewerActions(mo1).open(id)).ownReview.review.checks;
  expect(await written()).toEqual(ticked);
  const { retired } = await words(mo1);
  expect(retired.find(({ key }) => key === 'risk')!.labels.es).toBe(
    'Pensé en los riesgos de su entrada',
  );
  const before = await allRowsOf(app, 'review');
  for (const checks of [ticked, ['risk', 'noConflict']]) {
    await expect(reviewerActions(mo2).review(id, { checks })).rejects.toMatchObject({
      code: 'INVALID',
      fields: { checks: 'listChanged' },
    });
  }
  expect(await allRowsOf(app, 'review')).toEqual(before);
  const { checklist } = await words(mo2);
  await reviewerActions(mo2).review(id, { checks: checklist.map(({ key }) => key) });
  expect((await allRowsOf(app, 'review'))[0]).toHaveLength(2);
});

it('an invalid checklist is rejected and nothing is stored', async () => {
  const { checklist, checklistReadAs } = await words();
  const [identity, purpose, , noConflict] = checklist as [
    ChecklistItem,
    ChecklistItem,
    ChecklistItem,
    ChecklistItem,
  ];
  const many = (count: number) => [...Array(count)].map((_, at) => newChecklistItem(`Punto ${at}`));
  const before = await state();
  for (const [items, fields] of [
    [[], { items: 'noConflictStays' }],
    [[identity, purpose], { items: 'noConflictStays' }],
    [
      [identity, { ...noConflict, labels: translatedText('Me gusta el té') }],
      { items: 'noConflictStays' },
    ],
    [[noConflict, ...many(12)], { items: 'arrayMaxSize' }],
    [[noConflict, identity, identity], { items: 'arrayUnique' }],
    [[noConflict, newChecklistItem('')], { 'items.1.labels.es': 'blank' }],
    [
      [noConflict, { key: null, labels: { ...translatedText('x'), pt: '\u200b\u2060 \u200d' } }],
      { 'items.1.labels.pt': 'blank' },
    ],
    [
      [noConflict, { key: null, labels: { ...translatedText('x'), en: 'x'.repeat(201) } }],
      { 'items.1.labels.en': 'tooLong' },
    ],
    [[noConflict, newChecklistItem('x'.repeat(10_000))], { 'items.1.labels.es': 'tooLong' }],
  ] as const) {
    await expect(deskTextsOf(ad1).askForChecklist(items)).rejects.toMatchObject({
      code: 'INVALID',
      fields,
    });
  }
  const conflicts = [
    [checklist, checklistReadAs, 'settings.same'],
    [[noConflict], 'another', 'settings.changed'],
    [[noConflict, { ...identity, key: 'unknown' }], checklistReadAs, 'settings.changed'],
  ] as const;
  for (const [items, readAs, why] of conflicts) {
    await expect(deskTextsOf(ad1).askForChecklist(items, readAs)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: why,
    });
  }
  expect(await state()).toEqual(before);
  // The maximum number of items at maximum length; then the mandatory item alone.
  const most = [noConflict, ...many(10), { key: null, labels: translatedText('x'.repeat(197)) }];
  const act = await deskTextsOf(ad1).askForChecklist(most);
  await approve(ad2, act);
  expect((await words()).checklist).toHaveLength(12);
  const alone = await deskTextsOf(ad2).askForChecklist([noConflict]);
  await approve(ad1, alone);
  expect((await words()).checklist).toEqual([noConflict]);
});

it('a checklist based on an outdated version is rejected, so it cannot undo an approved change', async () => {
  const { checklist, checklistReadAs } = await words();
  const first = await deskTextsOf(ad1).askForChecklist(await changed());
  await expect(deskTextsOf(ad2).askForChecklist([checklist[3]])).rejects.toMatchObject({
    reason: 'twoPerson.waiting',
  });
  await approve(ad2, first);
  const before = await state();
  await expect(
    deskTextsOf(ad2).askForChecklist([checklist[3]], checklistReadAs),
  ).rejects.toMatchObject({
    reason: 'settings.changed',
  });
  expect(await state()).toEqual(before);
  await expect(approve(ad2, first)).rejects.toMatchObject({
    reason: 'twoPerson.decided',
  });
  expect(await state()).toEqual(before);
});

it('approving a checklist fails if the list changed since the request', async () => {
  const act = await deskTextsOf(ad1).askForChecklist(await changed());
  await app.db.query(`update checklist_item set position = 9 where key = 'identity'`);
  const before = await state();
  await expect(approve(ad2, act)).rejects.toMatchObject({
    reason: 'settings.changed',
  });
  expect(await state()).toEqual(before);
});

it('moderators, auditors and members cannot change the checklist or the templates', async () => {
  const { checklistReadAs, templatesReadAs } = await words();
  const others = await makePeople(app, { su: 'supporter', au: 'auditor', ada: 'member' });
  const [, , , noConflict] = (await words()).checklist;
  const before = await state();
  for (const who of [mo1, ...Object.values(others)]) {
    await expect(
      deskTextsOf(who).askForChecklist([noConflict], checklistReadAs),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(deskTextsOf(who).askForTexts([], templatesReadAs)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  expect(await state()).toEqual(before);
});

it('the web app has a translation for every label that the approver of a checklist sees', async () => {
  const text = readRepositoryFile('apps/web/src/features/audit/two-person-act-texts.ts');
  const [, ofSettings = ''] = text.split('\n  changeSettings: {');
  const { templates } = await words();
  const acts = [
    await deskTextsOf(ad1).askForChecklist(await changed()),
    await deskTextsOf(ad1).askForTexts([
      { ...templates[0], titles: translatedText('x'), purpose: 'accept' },
      ...templates.slice(2),
    ]),
  ];
  const labels = acts.flatMap(({ shown }) => shown.map(({ label }: { label: string }) => label));
  const parts = new Set(labels.flatMap((label: string) => label.split(':')));
  expect([...parts].filter((part) => !ofSettings.includes(`${part}: msg`))).toEqual([]);
});
