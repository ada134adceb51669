import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Person } from '#profiles/persons/person.view.js';
import { OtherModeratorsService } from './other-moderators.service.js';
import { ReassignMatter } from './reassign-matter.js';
import { MatterFiles } from './matter-files.js';
import { MatterAssignmentService } from './matter-assignment.service.js';
import { MatterNoteView } from './matter-note.view.js';
import { MatterNotesService } from './matter-notes.service.js';
import { Matter } from './matter.entity.js';
import { MatterFile } from './matter.view.js';
import { ReassignMatterInput, NoteMatterInput } from '../moderation.inputs.js';

const MATTER_ID = { name: 'matterId', type: () => ID } as const;

/** Operations that assign matters, and open their files. */
@Resolver(() => Matter)
export class MatterAssignmentResolver {
  constructor(
    private readonly files: MatterFiles,
    private readonly colleagues: OtherModeratorsService,
    private readonly hands: MatterAssignmentService,
    private readonly handing: ReassignMatter,
    private readonly notes: MatterNotesService,
  ) {}

  @Query(() => [Person], { description: 'The others who moderate and whom the viewer can find.' })
  moderationColleagues(@CurrentViewer() viewer: Viewer) {
    return this.colleagues.of(viewer);
  }

  @Mutation(() => Matter)
  claimMatter(@CurrentViewer() viewer: Viewer, @Args(MATTER_ID) id: string) {
    return this.hands.claim(viewer, id);
  }

  @Mutation(() => Matter)
  releaseMatter(@CurrentViewer() viewer: Viewer, @Args(MATTER_ID) id: string) {
    return this.hands.release(viewer, id);
  }

  @Mutation(() => Boolean, { description: 'It goes back to the queue, and the colleague is told.' })
  async handMatter(@CurrentViewer() viewer: Viewer, @Args('input') input: ReassignMatterInput) {
    await this.handing.reassign(viewer, input.matterId, input.personId);
    return true;
  }

  /** Opens the file of a matter. A mutation, because every opening is audited. */
  @Mutation(() => MatterFile)
  openMatter(@CurrentViewer() viewer: Viewer, @Args(MATTER_ID) id: string) {
    return this.files.open(viewer, id);
  }

  @Mutation(() => MatterNoteView)
  noteMatter(@CurrentViewer() viewer: Viewer, @Args('input') input: NoteMatterInput) {
    return this.notes.write(viewer, input.matterId, input.body);
  }
}
