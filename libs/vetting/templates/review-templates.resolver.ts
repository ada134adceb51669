import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ReviewTemplatesService } from './review-templates.service.js';
import { ReviewTemplatesView } from './review-templates.view.js';

/** Reads the checklist and the templates, for reviewers and for administrators who change these lists. */
@For('member', 'administrator')
@Resolver()
export class ReviewTemplatesResolver {
  constructor(private readonly words: ReviewTemplatesService) {}

  @Query(() => ReviewTemplatesView)
  deskWords(@CurrentViewer() viewer: Viewer): Promise<ReviewTemplatesView> {
    return this.words.shown(viewer);
  }
}
