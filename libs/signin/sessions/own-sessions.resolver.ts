import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Session } from '#members/sessions/session.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { PasswordInput } from '../accounts/account.inputs.js';
import { OwnSessionsService } from './own-sessions.service.js';

@For('anySignedIn')
@Resolver(() => Session)
export class OwnSessionsResolver {
  constructor(private readonly sessions: OwnSessionsService) {}

  @Query(() => [Session])
  mySessions(@CurrentViewer() viewer: Viewer) {
    return this.sessions.list(viewer);
  }

  /** Ends one session and returns the remaining sessions. */
  @Mutation(() => [Session])
  async endSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Session[]> {
    await this.sessions.end(viewer, id);
    return this.sessions.list(viewer);
  }

  @Mutation(() => [Session])
  async endOtherSessions(@CurrentViewer() viewer: Viewer): Promise<Session[]> {
    await this.sessions.endOthers(viewer);
    return this.sessions.list(viewer);
  }

  /** Checks the password again and allows sensitive operations in this session for ten minutes. */
  @Mutation(() => Boolean)
  async confirmSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { password }: PasswordInput,
  ): Promise<boolean> {
    await this.sessions.confirm(viewer, password);
    return true;
  }

  @ResolveField(() => Boolean)
  isCurrent(@Parent() session: Session, @CurrentViewer() viewer: Viewer) {
    return session.id === viewer.sessionId;
  }
}
