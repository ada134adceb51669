import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AskApplicant } from '../applications/ask-applicant.js';
import { DecideApplication } from '../decisions/decide-application.js';
import { Decision } from '../decisions/decision.entity.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { ApplicationNotesService } from './application-notes.service.js';
import { Review } from './review.entity.js';
import {
  AskApplicantInput,
  DecideApplicationInput,
  ApplicationNoteInput,
  ReviewInput,
} from './reviews.inputs.js';
import { ReviewsService } from './reviews.service.js';
import { DecisionPage, ApplicationNoteView } from '../applications/application-file.view.js';

const APPLICATION_ID = { name: 'applicationId', type: () => ID } as const;

/** Operations for reviews, notes, questions and decisions. */
@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly deciding: DecideApplication,
    private readonly decisions: DecisionsService,
    private readonly notes: ApplicationNotesService,
    private readonly asking: AskApplicant,
  ) {}

  @Mutation(() => Review)
  reviewApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ReviewInput,
  ): Promise<Review> {
    return this.reviews.write(viewer, input);
  }

  /** Changes the viewer's review, or confirms it unchanged. */
  @Mutation(() => Review)
  changeReview(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ReviewInput,
  ): Promise<Review> {
    return this.reviews.change(viewer, input);
  }

  @Mutation(() => Boolean)
  async askApplicant(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AskApplicantInput,
  ): Promise<boolean> {
    await this.asking.ask(viewer, input);
    return true;
  }

  /** Adds a note for the other reviewers. */
  @Mutation(() => ApplicationNoteView)
  noteApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { applicationId, body }: ApplicationNoteInput,
  ): Promise<ApplicationNoteView> {
    return this.notes.write(viewer, applicationId, body);
  }

  @Mutation(() => Decision)
  decideApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: DecideApplicationInput,
  ): Promise<Decision> {
    return this.deciding.decide(viewer, input);
  }

  /** The log of decisions, newest first. */
  @Query(() => DecisionPage)
  decisionLog(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<DecisionPage> {
    return this.decisions.list(viewer, first, after);
  }

  /** The decision on an application that the viewer reviewed, for 30 days after the decision. Its `words` are null. */
  @Query(() => Decision)
  decisionOn(@CurrentViewer() viewer: Viewer, @Args(APPLICATION_ID) id: string) {
    return this.decisions.readOn(viewer, id);
  }
}
