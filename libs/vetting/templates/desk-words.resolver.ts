import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { DeskWords } from './desk-words.service.js';
import { DeskWordsView } from './desk-words.views.js';

/** For reviewers, and for administrators who change these lists. */
@For('member', 'administrator')
@Resolver()
export class DeskWordsResolver {
  constructor(private readonly words: DeskWords) {}

  @Query(() => DeskWordsView)
  deskWords(@CurrentViewer() viewer: Viewer): Promise<DeskWordsView> {
    return this.words.shown(viewer);
  }
}
