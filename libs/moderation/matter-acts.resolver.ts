import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Person } from '#profiles/person.view.js';
import { ColleaguesService } from './colleagues.service.js';
import { HandMatter } from './hand-matter.js';
import { MatterFiles } from './matter-files.js';
import { Matter } from './matter.entity.js';
import { MatterFile } from './matter.view.js';
import { HandMatterInput, SuspendInput } from './moderation.inputs.js';
import { Report } from './report.entity.js';
import { SanctionsService } from './sanctions.service.js';

/** What whoever has a matter in hand does with it. */
@Resolver(() => Matter)
export class MatterActsResolver {
  constructor(
    private readonly files: MatterFiles,
    private readonly colleagues: ColleaguesService,
    private readonly handing: HandMatter,
    private readonly sanctions: SanctionsService,
  ) {}

  @Query(() => [Person], { description: 'The others who moderate and whom the viewer can find.' })
  moderationColleagues(@CurrentViewer() viewer: Viewer) {
    return this.colleagues.of(viewer);
  }

  /** A mutation, since opening a file is an act that is written down. */
  @Mutation(() => MatterFile)
  openMatter(
    @CurrentViewer() viewer: Viewer,
    @Args('matterId', { type: () => ID }) matterId: string,
  ) {
    return this.files.open(viewer, matterId);
  }

  @Mutation(() => Boolean, { description: 'It may also go back to the queue.' })
  async handMatter(@CurrentViewer() viewer: Viewer, @Args('input') input: HandMatterInput) {
    await this.handing.hand(viewer, input.matterId, input.personId);
    return true;
  }

  @Mutation(() => Report)
  removeReportedContent(
    @CurrentViewer() viewer: Viewer,
    @Args('reportId', { type: () => ID }) reportId: string,
  ) {
    return this.sanctions.removeContent(viewer, reportId);
  }

  @Mutation(() => Matter)
  suspendReported(@CurrentViewer() viewer: Viewer, @Args('input') input: SuspendInput) {
    return this.sanctions.suspend(viewer, input);
  }
}
