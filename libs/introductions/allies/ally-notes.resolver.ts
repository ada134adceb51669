import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AllyNoteText } from './ally-note.view.js';
import { AllyNotesService } from './ally-notes.service.js';
import { AllyNoteInput } from '../introductions.inputs.js';

@Resolver()
export class AllyNotesResolver {
  constructor(private readonly notes: AllyNotesService) {}

  @Query(() => AllyNoteText, {
    description: 'What the viewer notes about an ally, for themself alone.',
  })
  allyNote(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.notes.read(viewer, personId);
  }

  @Mutation(() => AllyNoteText)
  setAllyNote(@CurrentViewer() viewer: Viewer, @Args('input') input: AllyNoteInput) {
    return this.notes.set(viewer, input);
  }
}
