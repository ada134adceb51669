import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { WorkingHoursService } from './working-hours.service.js';
import { WorkingHoursInput, WorkingHoursView } from './working-hours.view.js';

@For('administrator')
@Resolver()
export class WorkingHoursResolver {
  constructor(private readonly hours: WorkingHoursService) {}

  /** When the instance answers requests for support. */
  @Query(() => WorkingHoursView)
  workingHours(@CurrentViewer() viewer: Viewer) {
    return this.hours.read(viewer);
  }

  /** Requests other working hours; another administrator approves them. */
  @Mutation(() => TwoPersonAct)
  askToChangeWorkingHours(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: WorkingHoursInput,
  ) {
    return this.hours.ask(viewer, input);
  }
}
