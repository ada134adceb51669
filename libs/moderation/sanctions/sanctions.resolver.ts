import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { RequestRemoval } from './request-removal.js';
import { DecideAppeal } from '../appeals/decide-appeal.js';
import {
  RequestRemovalInput,
  DecideAppealInput,
  NoticeDraftArgs,
  RemoveContentInput,
  SuspendInput,
  TalkInput,
  WarnInput,
} from '../moderation.inputs.js';
import { Notice } from '../notices/notice.entity.js';
import { NoticeDrafts } from '../notices/notice-drafts.js';
import { SanctionsService } from './sanctions.service.js';
import { SendAnswerableNotice } from '../notices/send-answerable-notice.js';
import { UndoNotice } from './undo-notice.js';

/** Sanctions in a matter. Each mutation returns the notice about the act. */
@Resolver(() => Notice)
export class SanctionsResolver {
  constructor(
    private readonly drafts: NoticeDrafts,
    private readonly talking: SendAnswerableNotice,
    private readonly sanctions: SanctionsService,
    private readonly undoing: UndoNotice,
    private readonly hearing: DecideAppeal,
    private readonly removing: RequestRemoval,
  ) {}

  /** Suggests the text of a notice, in the recipient's language. */
  @Query(() => String)
  noticeDraft(@CurrentViewer() viewer: Viewer, @Args() args: NoticeDraftArgs) {
    return this.drafts.of(viewer, args);
  }

  @Mutation(() => Notice)
  talkToReported(@CurrentViewer() viewer: Viewer, @Args('input') input: TalkInput) {
    return this.talking.talk(viewer, input.matterId, input.words);
  }

  @Mutation(() => Notice)
  warnReported(@CurrentViewer() viewer: Viewer, @Args('input') input: WarnInput) {
    return this.sanctions.warn(viewer, input.matterId, input);
  }

  @Mutation(() => Notice)
  removeReportedContent(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveContentInput) {
    return this.sanctions.removeContent(viewer, input.reportId, input);
  }

  @Mutation(() => Notice)
  suspendReported(@CurrentViewer() viewer: Viewer, @Args('input') input: SuspendInput) {
    return this.sanctions.suspend(viewer, input.matterId, input.hours, input);
  }

  /** Requests the permanent removal of a member; another moderator must approve it. */
  @Mutation(() => TwoPersonAct)
  askToRemoveMember(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestRemovalInput) {
    return this.removing.ask(viewer, input);
  }

  /** Withdraws a warning or a talk before it is delivered. */
  @Mutation(() => Boolean)
  async undoAct(
    @CurrentViewer() viewer: Viewer,
    @Args('noticeId', { type: () => ID }) noticeId: string,
  ) {
    await this.undoing.undo(viewer, noticeId);
    return true;
  }

  @Mutation(() => Appeal)
  hearAppeal(@CurrentViewer() viewer: Viewer, @Args('input') input: DecideAppealInput) {
    return this.hearing.decide(viewer, input.appealId, input.outcome, input.words);
  }
}
