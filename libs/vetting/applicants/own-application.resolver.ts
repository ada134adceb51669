import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { HttpExchange } from '#access/http-request.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ApplicantActionsService } from './applicant-actions.service.js';
import { AnswerQuestionInput, ApplicationAppealInput } from '../applications/application.inputs.js';
import { DeleteApplication } from './delete-application.js';
import { OwnApplicationService } from './own-application.service.js';
import { MyApplication } from './my-application.view.js';

@For('applicant', 'member')
@Resolver()
export class OwnApplicationResolver {
  constructor(
    private readonly own: OwnApplicationService,
    private readonly acts: ApplicantActionsService,
    private readonly accounts: AccountsService,
    private readonly deletion: DeleteApplication,
  ) {}

  /** The viewer's own application; null for a member who did not apply. */
  @Query(() => MyApplication, { nullable: true })
  async myApplication(@CurrentViewer() viewer: Viewer): Promise<MyApplication | null> {
    const { language } = await this.accounts.get(viewer.accountId);
    return this.own.read(viewer, language);
  }

  @Mutation(() => MyApplication)
  async answerApplicationQuestion(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { applicationId, answer }: AnswerQuestionInput,
  ) {
    await this.acts.answer(viewer, applicationId, answer);
    return this.myApplication(viewer);
  }

  /** Appeals a decline, once. Other reviewers decide the appeal. */
  @Mutation(() => MyApplication)
  async appealDecision(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { applicationId, words }: ApplicationAppealInput,
  ) {
    await this.acts.appeal(viewer, applicationId, words);
    return this.myApplication(viewer);
  }

  @Mutation(() => MyApplication)
  async withdrawApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ) {
    await this.acts.withdraw(viewer, id);
    return this.myApplication(viewer);
  }

  /** Deletes the applicant's account, the application and all related data at once. */
  @For('applicant')
  @Mutation(() => Boolean)
  async deleteApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Context() { req, reply }: HttpExchange,
  ): Promise<boolean> {
    await this.deletion.run(viewer, id, req, reply);
    return true;
  }
}
