import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { HttpExchange } from '#access/http-request.js';
import { clientNetworkOf } from '#kernel/client-network.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { SignInService } from '#signin/sessions/sign-in.service.js';
import { ApplicationInput } from '../applications/application.inputs.js';
import { SubmitApplication } from './submit-application.js';
import { ApplicationRateLimits } from './application-rate-limits.js';

/** The recovery phrase of a new application. The server returns it only once. */
@ObjectType()
export class ApplicationReceipt {
  @Field(() => [String])
  words!: readonly string[];
}

@For('anyone')
@Resolver()
export class ApplicationSubmissionResolver {
  constructor(
    private readonly apply: SubmitApplication,
    private readonly entrance: SignInService,
    private readonly limits: ApplicationRateLimits,
    private readonly settings: SettingsService,
  ) {}

  @Query(() => Boolean)
  areApplicationsOpen(): Promise<boolean> {
    return this.settings.areApplicationsOpen();
  }

  /** Sends an application and signs this browser in as the applicant. */
  @Mutation(() => ApplicationReceipt)
  async submitApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ApplicationInput,
    @Context() { req, reply }: HttpExchange,
  ): Promise<ApplicationReceipt> {
    // Check this first: a viewer who may not apply does not count towards the rate limit.
    await this.apply.assertMaySubmit(viewer);
    await this.limits.sending(req.ip);
    const { account, words } = await this.apply.apply(viewer, input, clientNetworkOf(req.ip));
    await this.entrance.enter(account, req, reply);
    return { words };
  }
}
