import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ChooseInterpreter } from './choose-interpreter.js';
import { InterpretationsService } from './interpretations.service.js';
import { InterpretersService } from './interpreters.service.js';
import {
  CallInterpreting,
  InterpretedCallView,
  InterpreterChoiceInput,
  InterpreterInput,
  OwnInterpreterView,
} from './interpreters.view.js';

/** Operations of interpreters, and of the requesters who choose them. */
@Resolver()
export class InterpretersResolver {
  constructor(
    private readonly interpreters: InterpretersService,
    private readonly interpretations: InterpretationsService,
    private readonly choices: ChooseInterpreter,
  ) {}

  /** The viewer as an interpreter; null before they volunteer. */
  @Query(() => OwnInterpreterView, { nullable: true })
  myInterpreting(@CurrentViewer() viewer: Viewer): Promise<OwnInterpreterView | null> {
    return this.interpreters.own(viewer);
  }

  /** Volunteers as an interpreter, or changes the name. */
  @Mutation(() => OwnInterpreterView, { nullable: true })
  async volunteerAsInterpreter(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { name }: InterpreterInput,
  ) {
    await this.interpreters.volunteer(viewer, name);
    return this.interpreters.own(viewer);
  }

  /** Starts or ends a rest: while it lasts, the viewer is offered to nobody. */
  @Mutation(() => OwnInterpreterView, { nullable: true })
  async restFromInterpreting(
    @CurrentViewer() viewer: Viewer,
    @Args('isResting', { type: () => Boolean }) isResting: boolean,
  ) {
    await this.interpreters.rest(viewer, isResting);
    return this.interpreters.own(viewer);
  }

  /** Leaves all calls and stops being an interpreter. */
  @Mutation(() => Boolean)
  async stopInterpreting(@CurrentViewer() viewer: Viewer) {
    await this.interpreters.stop(viewer);
    return true;
  }

  /** The booked calls that the viewer interprets, in their order. */
  @Query(() => [InterpretedCallView])
  myInterpretedCalls(@CurrentViewer() viewer: Viewer): Promise<InterpretedCallView[]> {
    return this.interpretations.mine(viewer);
  }

  /** Leaves a call that has not begun. It is cancelled, and both sides are told. */
  @Mutation(() => Boolean)
  async withdrawFromInterpreting(
    @CurrentViewer() viewer: Viewer,
    @Args({ name: 'id', type: () => ID }) id: string,
  ) {
    await this.interpretations.withdraw(viewer, id);
    return true;
  }

  /** Whether a call needs an interpreter, and whom. It is a mutation, because it offers the next one. */
  @For('anySignedIn', 'guest')
  @Mutation(() => CallInterpreting)
  findInterpreter(
    @CurrentViewer() viewer: Viewer,
    @Args({ name: 'requestId', type: () => ID }) requestId: string,
  ): Promise<CallInterpreting> {
    return this.choices.find(viewer, requestId);
  }

  /** Agrees to the offered interpreter, refuses them, or does without one, before a call is booked. */
  @For('anySignedIn', 'guest')
  @Mutation(() => CallInterpreting)
  chooseInterpreter(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: InterpreterChoiceInput,
  ): Promise<CallInterpreting> {
    return this.choices.choose(viewer, input);
  }
}
