import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';

@Resolver(() => Account)
export class MeResolver {
  constructor(private readonly accounts: AccountsService) {}

  /** One's own account. Nobody else's is ever readable. */
  @For('anySignedIn')
  @Query(() => Account)
  me(@CurrentViewer() viewer: Viewer) {
    return this.accounts.get(viewer.accountId);
  }

  @ResolveField(() => [DutyName])
  duties(@Parent() account: Account) {
    return this.accounts.dutiesOf(account.id);
  }
}
