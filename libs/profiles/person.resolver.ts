import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actionEnum } from '#access/viewer-can.js';
import { Language } from '#kernel/language.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import type { FieldKind } from './field-values.js';
import { Person } from './person.view.js';
import { PersonsService } from './persons.service.js';

const ProfileAction = actionEnum('Profile');
const InLanguage = () => Args('language', { type: () => Language });

/** The fields of a person. One that the viewer may not see answers as one that its owner left empty. */
@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly persons: PersonsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @ResolveField(() => String, { nullable: true })
  name(@Parent() person: Person) {
    return this.text(person, 'name');
  }

  @ResolveField(() => String, { nullable: true })
  colour(@Parent() person: Person) {
    return this.text(person, 'colour');
  }

  @ResolveField(() => String, { nullable: true })
  pronouns(@Parent() person: Person) {
    return this.text(person, 'pronouns');
  }

  @ResolveField(() => String, { nullable: true })
  about(@Parent() person: Person) {
    return this.text(person, 'about');
  }

  @ResolveField(() => String, { nullable: true })
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
  issueAreas(@Parent() person: Person, @InLanguage() language: Language) {
    return this.terms(person, 'issueAreas', language);
  }

  @ResolveField(() => [TermView])
  practices(@Parent() person: Person, @InLanguage() language: Language) {
    return this.terms(person, 'practices', language);
  }

  @ResolveField(() => [TermView])
  territories(@Parent() person: Person, @InLanguage() language: Language) {
    return this.terms(person, 'territories', language);
  }

  @ResolveField(() => [TermView])
  languages(@Parent() person: Person, @InLanguage() language: Language) {
    return this.terms(person, 'languages', language);
  }

  @ResolveField(() => [TermView])
  skills(@Parent() person: Person, @InLanguage() language: Language) {
    return this.terms(person, 'skills', language);
  }

  @ResolveField(() => TermView, { nullable: true })
  async region(@Parent() person: Person, @InLanguage() language: Language) {
    return (await this.terms(person, 'region', language))[0];
  }

  @ResolveField(() => [ProfileAction])
  viewerCan(@Parent() person: Person) {
    return this.persons.actions(person);
  }

  private async text(person: Person, kind: FieldKind): Promise<string | null> {
    return (await this.persons.visible(person)).get(kind)?.text || null;
  }

  private async terms(person: Person, kind: FieldKind, language: Language): Promise<TermView[]> {
    const field = (await this.persons.visible(person)).get(kind);
    return this.taxonomy.terms(field?.terms ?? [], language);
  }
}
