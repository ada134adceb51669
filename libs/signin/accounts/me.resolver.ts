import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { createActionEnum } from '#access/action-enum.js';
import { Language } from '#kernel/language.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { SessionDaysInput } from './account.inputs.js';
import { EmailAddressesService } from './email-addresses.service.js';
import { OwnAccountService } from './own-account.service.js';

const AccountAction = createActionEnum('Account');

/** The viewer's own account. Other accounts are never readable. */
@For('anySignedIn')
@Resolver(() => Account)
export class MeResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly addresses: EmailAddressesService,
    private readonly own: OwnAccountService,
    private readonly access: AccessService,
  ) {}

  @For('anySignedIn', 'guest')
  @Query(() => Account)
  me(@CurrentViewer() viewer: Viewer) {
    return this.accounts.get(viewer.accountId);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => Account)
  setLanguage(
    @CurrentViewer() viewer: Viewer,
    @Args('language', { type: () => Language }) language: Language,
  ) {
    return this.own.setLanguage(viewer, language);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => Account)
  setSessionDays(@CurrentViewer() viewer: Viewer, @Args('input') { days }: SessionDaysInput) {
    return this.own.setSessionDays(viewer, days ?? null);
  }

  @ResolveField(() => [DutyName])
  duties(@Parent() account: Account) {
    return this.accounts.dutiesOf(account.id);
  }

  /** A new address that waits for confirmation, because its owner has not opened the mailed link yet. */
  @ResolveField(() => String, { nullable: true })
  pendingEmail(@Parent() account: Account) {
    return this.addresses.pendingOf(account.id);
  }

  /** Whether the account has a password. Sensitive operations ask for it, or else for the recovery phrase. */
  @ResolveField(() => Boolean)
  async hasPassword(@Parent() account: Account) {
    return (await this.accounts.passwordHashOf(account.id)) !== null;
  }

  @ResolveField(() => [AccountAction])
  viewerCan(@Parent() account: Account, @CurrentViewer() viewer: Viewer) {
    return this.access.viewerCan('Account', account.id, viewer);
  }
}
