import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportTemplatesService } from './support-templates.service.js';
import { SupportTemplatesInput, SupportTemplatesView } from './support-templates.view.js';

/** Texts from which supporters start their answers. Administrators change them. */
@Resolver()
export class SupportTemplatesResolver {
  constructor(private readonly templates: SupportTemplatesService) {}

  @For('member', 'administrator')
  @Query(() => SupportTemplatesView)
  supportTemplates(@CurrentViewer() viewer: Viewer): Promise<SupportTemplatesView> {
    return this.templates.shown(viewer);
  }

  /** Requests new templates; another administrator must approve them. */
  @For('administrator')
  @Mutation(() => TwoPersonAct)
  askToChangeSupportTemplates(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SupportTemplatesInput,
  ) {
    return this.templates.ask(viewer, input);
  }
}
