import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnVouch, VouchPage, VouchQuota } from './own-vouch.view.js';
import { VouchAction } from './vouch.entity.js';
import { VouchInput, WithdrawVouchInput } from './vouches.inputs.js';
import { VouchesService } from './vouches.service.js';

@Resolver(() => OwnVouch)
export class VouchesResolver {
  constructor(
    private readonly vouches: VouchesService,
    private readonly access: AccessService,
  ) {}

  /** The viewer's own vouches, newest first. */
  @Query(() => VouchPage)
  myVouches(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<VouchPage> {
    return this.vouches.listOwn(viewer, after);
  }

  @Query(() => VouchQuota)
  vouchQuota(@CurrentViewer() viewer: Viewer): Promise<VouchQuota> {
    return this.vouches.quotaOf(viewer);
  }

  /** Vouches for the applicant with this code. An unknown code gets the same response. */
  @Mutation(() => OwnVouch)
  giveVouch(@CurrentViewer() viewer: Viewer, @Args('input') input: VouchInput): Promise<OwnVouch> {
    return this.vouches.give(viewer, input);
  }

  @Mutation(() => OwnVouch)
  withdrawVouch(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: WithdrawVouchInput,
  ): Promise<OwnVouch> {
    return this.vouches.withdraw(viewer, input);
  }

  @ResolveField(() => [VouchAction])
  viewerCan(@Parent() vouch: OwnVouch, @CurrentViewer() viewer: Viewer) {
    return this.access.viewerCan('Vouch', vouch.id, viewer);
  }
}
