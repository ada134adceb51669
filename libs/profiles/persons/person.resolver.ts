import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { createActionEnum } from '#access/action-enum.js';
import type { Language } from '#kernel/language.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { LanguageArgument, PersonCardResolver } from './person-card.resolver.js';
import { Person } from './person.view.js';

const ProfileAction = createActionEnum('Profile');

/** Fields of a full profile that a card does not have. */
@Resolver(() => Person)
export class PersonResolver extends PersonCardResolver {
  @ResolveField(() => String, { nullable: true })
  pronouns(@Parent() person: Person) {
    return this.text(person, 'pronouns');
  }

  @ResolveField(() => String, { nullable: true })
  about(@Parent() person: Person) {
    return this.text(person, 'about');
  }

  @ResolveField(() => String, { nullable: true, description: 'What they seek, in their words.' })
  supportSought(@Parent() person: Person) {
    return this.text(person, 'supportSought');
  }

  @ResolveField(() => String, { nullable: true })
  organisation(@Parent() person: Person) {
    return this.text(person, 'organisation');
  }

  @ResolveField(() => String, { nullable: true })
  contact(@Parent() person: Person) {
    return this.text(person, 'contact');
  }

  @ResolveField(() => [TermView])
  skills(@Parent() person: Person, @LanguageArgument() language: Language) {
    return this.terms(person, 'skills', language);
  }

  @ResolveField(() => String, { nullable: true, description: 'What else they offer.' })
  otherSkills(@Parent() person: Person) {
    return this.text(person, 'skills');
  }

  @ResolveField(() => [TermView], { description: 'The skills that they seek.' })
  seeks(@Parent() person: Person, @LanguageArgument() language: Language) {
    return this.terms(person, 'supportSought', language);
  }

  @ResolveField(() => TermView, { nullable: true })
  async region(@Parent() person: Person, @LanguageArgument() language: Language) {
    return (await this.terms(person, 'region', language))[0];
  }

  @ResolveField(() => [ProfileAction])
  viewerCan(@Parent() person: Person) {
    return this.persons.actions(person);
  }
}
