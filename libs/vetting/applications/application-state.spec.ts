import fc from 'fast-check';
import { agreedOutcomeOf, type ReviewOutcome } from '../decisions/admission-rule.js';
import { ApplicationStage } from './application.entity.js';
import { ApplicationState, type ReviewProgress, applicationStateOf } from './application-state.js';

const review = (recommendation: ReviewOutcome, isCurrent = true) => ({
  recommendation,
  isCurrent,
});
const [yes, no] = [review('accept'), review('decline')];
const open = (more: Partial<ReviewProgress> = {}): ReviewProgress => ({
  ...{ stage: ApplicationStage.inReview, round: 1, reviews: [], hasNotes: false, ...more },
});

it.each<[string, Partial<ReviewProgress>]>([
  ['new', {}],
  ['appealed', { stage: ApplicationStage.appealed, round: 2 }],
  ['waitsForApplicant', { stage: ApplicationStage.asked, reviews: [yes, yes] }],
  ['secondView', { reviews: [yes] }],
  ['secondView', { reviews: [review('accept', false)] }],
  ['secondView', { stage: ApplicationStage.appealed, round: 2, reviews: [no] }],
  ['agreed', { reviews: [yes, yes] }],
  ['agreed', { reviews: [no, yes, no] }],
  ['thirdView', { reviews: [yes, no] }],
  ['discussion', { reviews: [yes, no], hasNotes: true }],
  ['agreed', { reviews: [yes, no, yes], hasNotes: true }],
  ['lookAgain', { reviews: [yes, review('accept', false)] }],
  ['lookAgain', { reviews: [review('accept', false), review('decline', false)], hasNotes: true }],
  ['decided', { stage: ApplicationStage.declined, reviews: [no, no] }],
  ['decided', { stage: ApplicationStage.withdrawn }],
])('applicationStateOf derives the state %s from the stage and the reviews', (state, progress) => {
  expect(applicationStateOf(open(progress))).toBe(state);
});

it('applicationStateOf returns a valid state for any input, and "agreed" only if the current reviews agree', () => {
  const anyProgress = fc.record({
    stage: fc.constantFrom(...Object.values(ApplicationStage)),
    round: fc.integer({ min: 1, max: 2 }),
    hasNotes: fc.boolean(),
    reviews: fc.array(
      fc.record({
        recommendation: fc.constantFrom<ReviewOutcome>('accept', 'decline'),
        isCurrent: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const state = applicationStateOf(progress);
      expect(Object.values(ApplicationState)).toContain(state);
      const isWaiting = ['submitted', 'inReview', 'appealed'].includes(progress.stage);
      const current = progress.reviews.filter(({ isCurrent }) => isCurrent);
      const agrees =
        agreedOutcomeOf(current.map(({ recommendation }) => recommendation)) !== undefined;
      expect(state === ApplicationState.agreed).toBe(isWaiting && agrees);
    }),
  );
});
