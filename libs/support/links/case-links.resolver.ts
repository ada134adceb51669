import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AddCaseLinkInput, CaseLinkInput } from './case-link.inputs.js';
import { CaseLinkView } from './case-link.view.js';
import { CaseLinksService } from './case-links.service.js';

/** The links of a case, which its supporters, its requester and the partner side share. */
@For('anySignedIn', 'guest')
@Resolver()
export class CaseLinksResolver {
  constructor(private readonly links: CaseLinksService) {}

  /** The links of a case, earliest first. */
  @Query(() => [CaseLinkView])
  caseLinks(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CaseLinkView[]> {
    return this.links.list(viewer, id);
  }

  @Mutation(() => Boolean)
  async addCaseLink(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCaseLinkInput) {
    await this.links.add(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async removeCaseLink(@CurrentViewer() viewer: Viewer, @Args('input') input: CaseLinkInput) {
    await this.links.remove(viewer, input);
    return true;
  }
}
