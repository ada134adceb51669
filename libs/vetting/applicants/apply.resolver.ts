import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Exchange } from '#access/request.js';
import { networkSource } from '#kernel/network-source.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { EntranceService } from '#signin/sessions/entrance.service.js';
import { ApplicationInput } from '../applications/application.inputs.js';
import { Apply } from './apply.js';
import { JoiningLimits } from './joining-limits.js';

/** The way back, shown once. */
@ObjectType()
export class ApplicationReceipt {
  @Field(() => [String])
  words!: readonly string[];
}

@For('anyone')
@Resolver()
export class ApplyResolver {
  constructor(
    private readonly apply: Apply,
    private readonly entrance: EntranceService,
    private readonly limits: JoiningLimits,
    private readonly settings: SettingsService,
  ) {}

  @Query(() => Boolean)
  areApplicationsOpen(): Promise<boolean> {
    return this.settings.areApplicationsOpen();
  }

  /** Sends an application and signs this browser in as its applicant. */
  @Mutation(() => ApplicationReceipt)
  async submitApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ApplicationInput,
    @Context() { req, reply }: Exchange,
  ): Promise<ApplicationReceipt> {
    // Whoever may not apply is refused, and counts for nobody.
    await this.apply.assertMaySubmit(viewer);
    await this.limits.sending(req.ip);
    const { account, words } = await this.apply.apply(viewer, input, networkSource(req.ip));
    await this.entrance.enter(account, req, reply);
    return { words };
  }
}
