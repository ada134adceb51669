import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { KnownAsInput } from './duties.inputs.js';
import { MadeDutyCode, OwnDuty } from './duties.view.js';
import { DutyCode } from './duty-code.entity.js';
import { DutyCodesService } from './duty-codes.service.js';
import { OwnDutiesService } from './own-duties.service.js';

const ANY_HOLDER = ['member', 'auditor', 'administrator'] as const;

/** The viewer's own duties, and the code by which a member agrees to get one. */
@Resolver()
export class OwnDutiesResolver {
  constructor(
    private readonly own: OwnDutiesService,
    private readonly codes: DutyCodesService,
  ) {}

  @For(...ANY_HOLDER)
  @Query(() => [OwnDuty])
  myDuties(@CurrentViewer() viewer: Viewer) {
    return this.own.list(viewer);
  }

  /** Lays one of the viewer's duties down without approval. All sessions of the account end. */
  @For(...ANY_HOLDER)
  @Mutation(() => Boolean)
  async layDownDuty(
    @CurrentViewer() viewer: Viewer,
    @Args('dutyId', { type: () => ID }) dutyId: string,
  ) {
    await this.own.layDown(viewer, dutyId);
    return true;
  }

  @For(...ANY_HOLDER)
  @Mutation(() => [OwnDuty])
  setKnownAs(@CurrentViewer() viewer: Viewer, @Args('input') { knownAs }: KnownAsInput) {
    return this.own.nameHolder(viewer, knownAs);
  }

  @Query(() => DutyCode, { nullable: true })
  myDutyCode(@CurrentViewer() viewer: Viewer) {
    return this.codes.mine(viewer);
  }

  /** Creates a duty code, which replaces an earlier one. Only this response contains the code. */
  @Mutation(() => MadeDutyCode)
  makeDutyCode(@CurrentViewer() viewer: Viewer) {
    return this.codes.make(viewer);
  }

  @Mutation(() => Boolean)
  async revokeDutyCode(
    @CurrentViewer() viewer: Viewer,
    @Args('codeId', { type: () => ID }) codeId: string,
  ) {
    await this.codes.revoke(viewer, codeId);
    return true;
  }
}
