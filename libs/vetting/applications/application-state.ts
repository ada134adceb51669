import { agreement, type Recommendation } from '../decisions/admission-rule.js';
import { ApplicationStage } from './application.entity.js';

/** Where an application stands, for people: derived from its stage and the reviews that count, in this one place. */
export enum ApplicationState {
  new = 'new',
  /** A decline was appealed, and nobody wrote anything about it yet. */
  appealed = 'appealed',
  waitsForApplicant = 'waitsForApplicant',
  secondView = 'secondView',
  /** Something changed since; who wrote confirms or changes it. */
  lookAgain = 'lookAgain',
  /** Two disagree. */
  thirdView = 'thirdView',
  /** Two disagree, and those who wrote talk about it. */
  discussion = 'discussion',
  /** Two agree, and one of them decides. */
  agreed = 'agreed',
  decided = 'decided',
}

export interface Progress {
  readonly stage: ApplicationStage;
  readonly round: number;
  /** The reviews that count. */
  readonly reviews: readonly {
    readonly recommendation: Recommendation;
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

export function stateOf({ stage, round, reviews, hasNotes }: Progress): ApplicationState {
  if (ENDS.includes(stage)) return ApplicationState.decided;
  if (stage === ApplicationStage.asked) return ApplicationState.waitsForApplicant;
  if (reviews.length === 0) return round > 1 ? ApplicationState.appealed : ApplicationState.new;
  if (reviews.length === 1) return ApplicationState.secondView;
  const current = reviews.filter((review) => review.isCurrent);
  if (agreement(current.map((review) => review.recommendation))) return ApplicationState.agreed;
  if (current.length < 2) return ApplicationState.lookAgain;
  return hasNotes ? ApplicationState.discussion : ApplicationState.thirdView;
}
