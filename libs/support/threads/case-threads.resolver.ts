import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseThread } from './case-thread.view.js';
import { CaseThreadViewsService } from './case-thread-views.service.js';

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
