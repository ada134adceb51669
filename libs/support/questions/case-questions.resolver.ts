import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnRequestViewsService } from '../requests/own-request-views.service.js';
import { OwnSupportRequest } from '../requests/own-request.view.js';
import { AnswerSupportInput } from '../requests/support-request.inputs.js';
import { AnswerSupportQuestionInput } from './case-question.inputs.js';
import { CaseQuestionsService } from './case-questions.service.js';

/** Questions to a requester before the request is answered, and their answers. */
@Resolver()
export class CaseQuestionsResolver {
  constructor(
    private readonly questions: CaseQuestionsService,
    private readonly views: OwnRequestViewsService,
  ) {}

  /** Asks the requester of a request that the viewer claimed and opened. The deadline is on hold meanwhile. */
  @Mutation(() => Boolean)
  async askRequester(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerSupportInput) {
    await this.questions.ask(viewer, input);
    return true;
  }

  /** Answers a question about one of the viewer's requests that waits for its first answer. */
  @For('anySignedIn', 'guest')
  @Mutation(() => OwnSupportRequest)
  async answerSupportQuestion(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnswerSupportQuestionInput,
  ): Promise<OwnSupportRequest> {
    await this.questions.answer(viewer, input);
    return this.views.one(viewer, input.requestId);
  }
}
