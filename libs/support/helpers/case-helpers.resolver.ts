import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import {
  AgreeToHelpInput,
  AskHelperInput,
  CaseHelperInput,
  DescribeHelpInput,
  GiveConsentInput,
  ShareCaseInput,
} from './case-helper.inputs.js';
import { CaseHelperView, ConsentEntry, HelperCase } from './case-helper.view.js';
import { CaseHelpersService } from './case-helpers.service.js';
import { HelperViewsService } from './helper-views.service.js';
import { ShareCaseAct } from './share-case-act.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** Outside helpers of a case: members who read one thread of it with the consent of its requester. */
@For('member')
@Resolver()
export class CaseHelpersResolver {
  constructor(
    private readonly views: HelperViewsService,
    private readonly helpers: CaseHelpersService,
    private readonly sharing: ShareCaseAct,
  ) {}

  /** The outside helpers of a case, for its supporters. */
  @Query(() => [CaseHelperView])
  caseHelpers(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.views.list(viewer, id);
  }

  /** With whom a case is shared, was shared, or could be: for its requester, the partner side and its supporters. */
  @For('anySignedIn', 'guest')
  @Query(() => [ConsentEntry])
  caseConsents(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.views.consents(viewer, id);
  }

  /** The cases in which the viewer is asked to help, or helps. */
  @For('anySignedIn')
  @Query(() => [HelperCase])
  helperCases(@CurrentViewer() viewer: Viewer) {
    return this.views.cases(viewer);
  }

  @Mutation(() => Boolean)
  async askHelper(@CurrentViewer() viewer: Viewer, @Args('input') input: AskHelperInput) {
    await this.helpers.ask(viewer, input);
    return true;
  }

  /** Writes what the requester will read and agree to. Ends an earlier consent with this helper. */
  @Mutation(() => Boolean)
  async describeHelp(@CurrentViewer() viewer: Viewer, @Args('input') input: DescribeHelpInput) {
    await this.helpers.describe(viewer, input);
    return true;
  }

  /** Asks another supporter to approve that the case is shared. */
  @Mutation(() => TwoPersonAct)
  shareCase(@CurrentViewer() viewer: Viewer, @Args('input') input: ShareCaseInput) {
    return this.sharing.ask(viewer, input);
  }

  @Mutation(() => Boolean)
  async endHelper(@CurrentViewer() viewer: Viewer, @Args('input') input: CaseHelperInput) {
    await this.helpers.end(viewer, input);
    return true;
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => Boolean)
  async giveConsent(@CurrentViewer() viewer: Viewer, @Args('input') input: GiveConsentInput) {
    await this.helpers.consent(viewer, input);
    return true;
  }

  /** Refuses, or withdraws a consent; the helper reads nothing more before the answer. */
  @For('anySignedIn', 'guest')
  @Mutation(() => Boolean)
  async withdrawConsent(@CurrentViewer() viewer: Viewer, @Args('input') input: CaseHelperInput) {
    await this.helpers.withdraw(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async agreeToHelp(@CurrentViewer() viewer: Viewer, @Args('input') input: AgreeToHelpInput) {
    await this.helpers.agree(viewer, input);
    return true;
  }

  /** Says no to the question, or ends the part of the viewer. */
  @Mutation(() => Boolean)
  async leaveHelp(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.helpers.leave(viewer, id);
    return true;
  }
}
