import { agreedOutcomeOf, type ReviewOutcome } from '../decisions/admission-rule.js';
import { ApplicationStage } from './application.entity.js';

/**
 * The state of an application that people see. `applicationStateOf` alone derives it, from the stage and the reviews that count.
 */
export enum ApplicationState {
  new = 'new',
  /** A decline was appealed and no review of the appeal exists yet. */
  appealed = 'appealed',
  waitsForApplicant = 'waitsForApplicant',
  secondView = 'secondView',
  /** The application changed after a review, so its reviewers must confirm or change their reviews. */
  lookAgain = 'lookAgain',
  /** Two reviews disagree. */
  thirdView = 'thirdView',
  /** Two reviews disagree and the reviewers exchange notes. */
  discussion = 'discussion',
  /** Two reviews agree; one of the reviewers decides. */
  agreed = 'agreed',
  decided = 'decided',
}

export interface ReviewProgress {
  readonly stage: ApplicationStage;
  readonly round: number;
  /** The reviews that count in the current round. */
  readonly reviews: readonly {
    readonly recommendation: ReviewOutcome;
    readonly isCurrent: boolean;
  }[];
  /** Whether a note was written in this round. */
  readonly hasNotes: boolean;
}

const ENDS: readonly ApplicationStage[] = [
  ApplicationStage.accepted,
  ApplicationStage.declined,
  ApplicationStage.withdrawn,
];

export function applicationStateOf({
  stage,
  round,
  reviews,
  hasNotes,
}: ReviewProgress): ApplicationState {
  if (ENDS.includes(stage)) return ApplicationState.decided;
  if (stage === ApplicationStage.asked) return ApplicationState.waitsForApplicant;
  if (reviews.length === 0) return round > 1 ? ApplicationState.appealed : ApplicationState.new;
  if (reviews.length === 1) return ApplicationState.secondView;
  const current = reviews.filter((review) => review.isCurrent);
  if (agreedOutcomeOf(current.map((review) => review.recommendation)))
    return ApplicationState.agreed;
  if (current.length < 2) return ApplicationState.lookAgain;
  return hasNotes ? ApplicationState.discussion : ApplicationState.thirdView;
}
