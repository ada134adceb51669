import { Args, Field, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { AddressText, MultiLineText } from '#kernel/text.decorators.js';
import type { Viewer } from '#policy/viewer.js';
import { LinkTemplateSetting } from './link-template-setting.service.js';
import { MAX_LINK_TEMPLATE } from './link-template.js';

@InputType()
class CallLinkTemplateInput {
  /** An address with https and one `*` after its host; blank for none. */
  @Field(() => String)
  @AddressText(MAX_LINK_TEMPLATE, { canBeBlank: true })
  template!: string;

  /** The reason for the change, which the approving administrator reads. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

/** The address of which the links of calls are made, for administrators. */
@For('administrator')
@Resolver()
export class LinkTemplateResolver {
  constructor(private readonly template: LinkTemplateSetting) {}

  /** The template of the links of calls; null if there is none. */
  @Query(() => String, { nullable: true })
  callLinkTemplate(@CurrentViewer() viewer: Viewer): Promise<string | null> {
    return this.template.read(viewer);
  }

  /** Requests another template; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeCallLinkTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { template, reason }: CallLinkTemplateInput,
  ) {
    return this.template.ask(viewer, template, reason);
  }
}
