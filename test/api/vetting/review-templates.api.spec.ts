import { ChecklistItem } from '#vetting/templates/checklist-item.entity.js';
import { ReasonClass } from '#vetting/reviews/review.entity.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
});

const WORDS = `{ deskWords { checklist { key labels { es pt en } }
  templates { purpose reasonClass titles { es pt en } bodies { es pt en } } } }`;

it('reviewers and administrators read the checklist and templates in three languages, with a template per reason class', async () => {
  const { checklist, templates } = (await apiAs(mo1).ask(WORDS)).deskWords;
  expect(checklist.map(({ key }: { key: string }) => key)).toEqual([
    ...['identity', 'purpose', 'risk', 'noConflict'],
  ]);
  expect(checklist[3]!.labels).toEqual({
    es: 'No tengo conflicto de interés',
    pt: 'Não tenho conflito de interesse',
    en: 'I have no conflict of interest',
  });
  const classes = templates.flatMap(({ purpose, reasonClass }) =>
    purpose === 'decline' ? [reasonClass] : [],
  );
  expect(new Set(classes)).toEqual(new Set(Object.values(ReasonClass)));
  expect(new Set(templates.map(({ purpose }: { purpose: string }) => purpose)).size).toBe(3);
  for (const text of templates.flatMap(({ bodies, titles }) => [
    ...Object.values(bodies!),
    ...Object.values(titles!),
  ])) {
    expect(text).toMatch(/\w{3}/);
  }
  expect(await apiAs(await makePerson(app, 'ad', 'administrator')).code(WORDS)).toBe('OK');
  for (const kind of ['member', 'auditor', 'supporter', 'applicant'] as const) {
    expect(await apiAs(await makePerson(app, kind, kind)).code(WORDS)).toBe('FORBIDDEN');
  }
});

it('a review must match the current checklist, and always needs the item on conflicts of interest', async () => {
  const id = await (await makeApplicant(app)).id();
  await reviewerActions(mo2).claim(id);
  const checks = (keys: string[]) => reviewerActions(mo2).review(id, { checks: keys });
  for (const [keys, problem] of [
    [['identity'], 'conflictOfInterest'],
    [['noConflict', 'unknown'], 'listChanged'],
    [['noConflict', 'noConflict'], 'arrayUnique'],
    [[...Array(30)].map((_, n) => `k${n}`), 'arrayMaxSize'],
  ] as const) {
    await expect(checks([...keys])).rejects.toMatchObject({ fields: { checks: problem } });
  }
  await app.db.repo(ChecklistItem).update({ key: 'risk' }, { retiredAt: app.clock.now() });
  await expect(checks(['noConflict', 'risk'])).rejects.toMatchObject({
    fields: { checks: 'listChanged' },
  });
  await checks(['noConflict', 'identity']);
  await app.db.repo(ChecklistItem).update({ key: 'identity' }, { retiredAt: app.clock.now() });
  // An item that was ticked stays in the review after it left the list.
  const { ownReview } = await reviewerActions(mo2).open(id);
  expect(ownReview.review.checks).toEqual(['noConflict', 'identity']);
  expect((await apiAs(mo2).ask(WORDS)).deskWords.checklist).toHaveLength(2);
  await app.db.query('update checklist_item set retired_at = null');
});
