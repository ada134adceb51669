import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseOpening } from './case-opening.view.js';
import { CaseOpeningsService } from './case-openings.service.js';

/** Lets the requester and the assigned supporter read when a request was opened. */
@For('anySignedIn', 'guest')
@Resolver()
export class CaseOpeningsResolver {
  constructor(private readonly openings: CaseOpeningsService) {}

  /** When and by which duty the content of a request was opened, newest first. */
  @Query(() => [CaseOpening])
  supportOpenings(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CaseOpening[]> {
    return this.openings.list(viewer, id);
  }
}
