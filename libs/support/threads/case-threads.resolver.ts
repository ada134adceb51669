import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import { Channel } from '#channels/channel.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseThread } from './case-thread.view.js';
import { CaseThreadViewsService } from './case-thread-views.service.js';
import { ThreadAnswer } from './thread-answer.view.js';
import { ThreadAnswersService } from './thread-answers.service.js';

/** The threads of a case are channels; their messages are read and written like those of every channel. */
@For('anySignedIn', 'guest')
@Resolver()
export class CaseThreadsResolver {
  constructor(private readonly threads: CaseThreadViewsService) {}

  /** The threads that the viewer may read: of their own requests, and of the cases on which they work. */
  @Query(() => [CaseThread])
  caseThreads(@CurrentViewer() viewer: Viewer): Promise<CaseThread[]> {
    return this.threads.list(viewer);
  }
}

/** Adds the answers of supporters to the conversation of a case. */
@Resolver(() => Channel)
export class ThreadAnswerResolver {
  constructor(private readonly answers: ThreadAnswersService) {}

  @ResolveField(() => [ThreadAnswer], {
    description:
      'The answers to the request, earliest first, for its requester and supporters; none for other channels.',
  })
  supportAnswers(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return this.answers.of(viewer, channel);
  }
}
