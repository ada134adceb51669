import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { OwnRequestViewsService } from '../own-request-views.service.js';
import { OwnSupportRequest } from '../own-request.view.js';
import { SafeContactInput } from '../support-request.inputs.js';
import { CaseSilenceService } from './case-silence.service.js';
import { ChangeContact } from './change-contact.js';
import { ReopenCase } from './reopen-case.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** Operations that let a case go on, and change how its requester is reached. */
@For('anySignedIn', 'guest')
@Resolver()
export class CaseContinuationResolver {
  constructor(
    private readonly silence: CaseSilenceService,
    private readonly reopening: ReopenCase,
    private readonly contact: ChangeContact,
    private readonly views: OwnRequestViewsService,
  ) {}

  /** Says that a silent case goes on. Its requester and its supporter may do so. */
  @Mutation(() => Boolean)
  async keepSupportCaseOpen(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.silence.keepOpen(viewer, id);
    return true;
  }

  /** Reopens a case that was closed within the last 30 days. */
  @Mutation(() => OwnSupportRequest)
  async reopenSupportCase(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<OwnSupportRequest> {
    await this.reopening.reopen(viewer, id);
    return this.views.one(viewer, id);
  }

  /** Changes how the supporter reaches the viewer. */
  @Mutation(() => OwnSupportRequest)
  async changeSafeContact(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SafeContactInput,
  ): Promise<OwnSupportRequest> {
    await this.contact.change(viewer, input);
    return this.views.one(viewer, input.requestId);
  }
}
