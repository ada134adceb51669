import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { TwoPersonDecisions } from './two-person-decisions.js';
import { TwoPersonAct, TwoPersonActAction, TwoPersonState } from './two-person-act.entity.js';
import { TwoPersonActReader } from './two-person-act-reader.js';
import { twoPersonRequestHash } from './two-person-request-hash.js';
import { ApproveTwoPersonActInput, ChangeTwoPersonActInput } from './two-person.inputs.js';
import { TwoPersonService } from './two-person.service.js';
import { TwoPersonFact } from './two-person.view.js';

const ACT_ID = { name: 'actId', type: () => ID } as const;

/** Lists acts of the two-person rule (R2) that wait for the viewer or that the viewer requested. */
@For('member', 'administrator')
@Resolver(() => TwoPersonAct)
export class TwoPersonResolver {
  constructor(
    private readonly acts: TwoPersonActReader,
    private readonly asking: TwoPersonService,
    private readonly deciding: TwoPersonDecisions,
    private readonly access: AccessService,
  ) {}

  @Query(() => [TwoPersonAct])
  twoPersonActs(@CurrentViewer() viewer: Viewer) {
    return this.acts.list(viewer);
  }

  @Query(() => TwoPersonAct)
  twoPersonAct(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.acts.one(viewer, id);
  }

  @Query(() => Int, { description: 'How many requests wait for the approval of the viewer.' })
  twoPersonActsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.acts.countWaiting(viewer);
  }

  @Mutation(() => TwoPersonAct)
  approveTwoPersonAct(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { actId, hash }: ApproveTwoPersonActInput,
  ) {
    return this.deciding.approve(viewer, actId, hash);
  }

  @Mutation(() => TwoPersonAct)
  refuseTwoPersonAct(@CurrentViewer() viewer: Viewer, @Args(ACT_ID) actId: string) {
    return this.deciding.refuse(viewer, actId);
  }

  @Mutation(() => TwoPersonAct)
  withdrawTwoPersonAct(@CurrentViewer() viewer: Viewer, @Args(ACT_ID) actId: string) {
    return this.deciding.withdraw(viewer, actId);
  }

  /** Changes the reason of a waiting act. Approvals must then contain the new hash. */
  @Mutation(() => TwoPersonAct)
  changeTwoPersonAct(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { actId, reason }: ChangeTwoPersonActInput,
  ) {
    return this.asking.change(viewer, actId, { reason });
  }

  @ResolveField(() => TwoPersonState)
  state(@Parent() act: TwoPersonAct) {
    return this.acts.stateOf(act);
  }

  /** The hash that an approval must contain. */
  @ResolveField(() => String)
  hash(@Parent() act: TwoPersonAct) {
    return twoPersonRequestHash(act);
  }

  @ResolveField(() => [TwoPersonFact])
  shown(@CurrentViewer() viewer: Viewer, @Parent() act: TwoPersonAct) {
    return this.acts.shown(viewer, act);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer asked for it.' })
  isMine(@CurrentViewer() viewer: Viewer, @Parent() act: TwoPersonAct) {
    return act.requestedById === viewer.accountId;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer approved or refused it.' })
  isDecidedByMe(@CurrentViewer() viewer: Viewer, @Parent() act: TwoPersonAct) {
    return act.decidedById === viewer.accountId;
  }

  @ResolveField(() => DutyName, {
    nullable: true,
    description: 'The duty that nobody holds who could approve it.',
  })
  missingDuty(@Parent() act: TwoPersonAct) {
    return this.acts.missingDuty(act);
  }

  @ResolveField(() => [TwoPersonActAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: TwoPersonAct) {
    return this.access.viewerCan('TwoPersonAct', id, viewer);
  }
}
