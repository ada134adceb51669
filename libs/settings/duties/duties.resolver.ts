import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import type { Viewer } from '#policy/viewer.js';
import { GrantDutiesInput, MakeStaffInput, TakeDutyInput } from './duties.inputs.js';
import { DutyHolder } from './duties.view.js';
import { DutyHolders } from './duty-holders.js';
import { GrantDutiesService } from './grant-duties.service.js';
import { MakeStaffService } from './make-staff.service.js';
import { StaffInvitations } from './staff-invitations.js';
import { TakeDutyAwayService } from './take-duty-away.service.js';

/** Lists duty holders and requests changes of duties, which another administrator approves. */
@For('administrator')
@Resolver()
export class DutiesResolver {
  constructor(
    private readonly holders: DutyHolders,
    private readonly granting: GrantDutiesService,
    private readonly taking: TakeDutyAwayService,
    private readonly making: MakeStaffService,
    private readonly seats: StaffInvitations,
    private readonly confirmations: PasswordConfirmationsService,
  ) {}

  @Query(() => [DutyHolder])
  dutyHolders(@CurrentViewer() viewer: Viewer) {
    return this.holders.list(viewer);
  }

  @Mutation(() => TwoPersonAct)
  askToGrantDuties(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { reason, ...grant }: GrantDutiesInput,
  ) {
    return this.granting.ask(viewer, grant, reason);
  }

  @Mutation(() => TwoPersonAct)
  askToTakeDuty(@CurrentViewer() viewer: Viewer, @Args('input') { dutyId, reason }: TakeDutyInput) {
    return this.taking.ask(viewer, dutyId, reason);
  }

  @Mutation(() => TwoPersonAct)
  askToMakeStaff(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { reason, ...seating }: MakeStaffInput,
  ) {
    return this.making.ask(viewer, seating, reason);
  }

  /**
   * Returns the secret of a staff invitation link once, to the administrator who requested the account. The link is
   * valid for 72 hours after the approval. Requires a recent password confirmation.
   */
  @Mutation(() => String)
  async takeStaffLink(
    @CurrentViewer() viewer: Viewer,
    @Args('actId', { type: () => ID }) actId: string,
  ) {
    await this.confirmations.assertFresh(viewer);
    return this.seats.takeLink(viewer, actId);
  }

  /**
   * Returns the code for a staff invitation link once, to the administrator who approved the request. Requires a recent
   * password confirmation.
   */
  @Mutation(() => String)
  async takeStaffCode(
    @CurrentViewer() viewer: Viewer,
    @Args('actId', { type: () => ID }) actId: string,
  ) {
    await this.confirmations.assertFresh(viewer);
    return this.seats.takeCode(viewer, actId);
  }
}
