import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AppealsService } from '../appeals/appeals.service.js';
import { ModeratorsService } from '../matters/moderators.service.js';
import { AnswerNoticeInput } from '../moderation.inputs.js';
import { Notice } from './notice.entity.js';
import { OwnNoticesService } from './own-notices.service.js';

const NOTICE_ID = { name: 'noticeId', type: () => ID } as const;

/** Operations of a member on notices about them. Suspended members have access, too. */
@For('anySignedIn')
@Resolver(() => Notice)
export class NoticesResolver {
  constructor(
    private readonly notices: OwnNoticesService,
    private readonly appeals: AppealsService,
    private readonly moderators: ModeratorsService,
  ) {}

  @Query(() => [Notice])
  myNotices(@CurrentViewer() viewer: Viewer) {
    return this.notices.list(viewer);
  }

  @Query(() => Notice)
  notice(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.notices.read(viewer, id);
  }

  @Query(() => Int, { description: 'How many were not opened yet.' })
  noticesUnseen(@CurrentViewer() viewer: Viewer) {
    return this.notices.countUnseen(viewer);
  }

  /**
   * Number of open appeals that no moderator may decide, so that administrators appoint more moderators. It names
   * neither matters nor members.
   */
  @For('administrator')
  @Query(() => Int)
  appealsWithoutModerator() {
    return this.moderators.countAppealsWithoutDecider();
  }

  @Mutation(() => Notice)
  seeNotice(@CurrentViewer() viewer: Viewer, @Args(NOTICE_ID) id: string) {
    return this.notices.see(viewer, id);
  }

  @Mutation(() => Notice)
  answerNotice(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerNoticeInput) {
    return this.notices.answer(viewer, input.noticeId, input.words);
  }

  /** Appeals an act, once, within twenty days; another moderator decides. */
  @Mutation(() => Notice)
  appealNotice(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerNoticeInput) {
    return this.appeals.appeal(viewer, input.noticeId, input.words);
  }
}
