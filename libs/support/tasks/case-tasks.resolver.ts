import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import {
  AddCaseTaskInput,
  CaseTaskInput,
  EditCaseTaskInput,
  MarkCaseTaskInput,
} from './case-task.inputs.js';
import { CaseTaskView } from './case-task.view.js';
import { CaseTasksService } from './case-tasks.service.js';

/** The tasks of a case, which its supporters share. No other person learns of them. */
@Resolver()
export class CaseTasksResolver {
  constructor(private readonly tasks: CaseTasksService) {}

  /** Open tasks by their day, then the done ones, latest first. */
  @Query(() => [CaseTaskView])
  caseTasks(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CaseTaskView[]> {
    return this.tasks.list(viewer, id);
  }

  @Mutation(() => Boolean)
  async addCaseTask(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCaseTaskInput) {
    await this.tasks.add(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async editCaseTask(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCaseTaskInput) {
    await this.tasks.edit(viewer, input);
    return true;
  }

  /** Marks a task as done, or opens it again. */
  @Mutation(() => Boolean)
  async markCaseTask(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkCaseTaskInput) {
    await this.tasks.mark(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async removeCaseTask(@CurrentViewer() viewer: Viewer, @Args('input') input: CaseTaskInput) {
    await this.tasks.remove(viewer, input);
    return true;
  }
}
