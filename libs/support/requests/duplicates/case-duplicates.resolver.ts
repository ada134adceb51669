import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportCaseDuplicate, SupportCaseFile } from '../case.view.js';
import { CaseDuplicatesService } from './case-duplicates.service.js';

/** Adds the linked requests to an opened case. */
@Resolver(() => SupportCaseFile)
export class CaseDuplicatesResolver {
  constructor(private readonly linked: CaseDuplicatesService) {}

  /** Requests that were linked to this one, without those from which the viewer is excluded. */
  @ResolveField(() => [SupportCaseDuplicate])
  duplicates(
    @CurrentViewer() viewer: Viewer,
    @Parent() { id }: SupportCaseFile,
  ): Promise<SupportCaseDuplicate[]> {
    return this.linked.of(viewer, id);
  }
}
