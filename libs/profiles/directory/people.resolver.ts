import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { PeopleArgs } from './people.inputs.js';
import { PeopleService } from './people.service.js';
import { PersonPage } from './person-page.view.js';
import { Person } from '../persons/person.view.js';
import { PersonsService } from '../persons/persons.service.js';
import { DailyProfileViewsService } from '../persons/daily-profile-views.service.js';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly persons: PersonsService,
    private readonly people: PeopleService,
    private readonly views: DailyProfileViewsService,
  ) {}

  @Query(() => Person)
  person(@Args('id', { type: () => ID }) id: string, @CurrentViewer() viewer: Viewer) {
    return this.views.open(viewer, id, () => this.persons.one(viewer, id));
  }

  /**
   * Searches for members who match all chips and all words. The viewer gets only the fields that
   * this viewer may see.
   */
  @Query(() => PersonPage, { name: 'people' })
  find(@Args() args: PeopleArgs, @CurrentViewer() viewer: Viewer) {
    return this.people.find(viewer, args);
  }
}
