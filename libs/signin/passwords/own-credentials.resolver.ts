import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { HttpExchange } from '#access/http-request.js';
import { DEVICE_COOKIE_NAME, sessionTokenIn } from '#access/session-cookie.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import {
  ChangeAddressInput,
  ChangePasswordInput,
  PasswordInput,
} from '../accounts/account.inputs.js';
import { OwnAccountDeletionService } from '../accounts/own-account-deletion.service.js';
import { OwnCredentialsService } from './own-credentials.service.js';

/** Operations on the viewer's own account that ask for the password again, and those that undo them. */
@For('anySignedIn')
@Resolver()
export class OwnCredentialsResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly credentials: OwnCredentialsService,
    private readonly deletion: OwnAccountDeletionService,
  ) {}

  @Mutation(() => Account)
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { currentPassword, newPassword }: ChangePasswordInput,
    @Context() { req }: HttpExchange,
  ) {
    const device = sessionTokenIn(req.headers.cookie, DEVICE_COOKIE_NAME);
    await this.credentials.changePassword(viewer, currentPassword, newPassword, device);
    return this.accounts.get(viewer.accountId);
  }

  @Mutation(() => Account)
  async changeAddress(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { email, password }: ChangeAddressInput,
  ) {
    await this.credentials.changeAddress(viewer, email, password);
    return this.accounts.get(viewer.accountId);
  }

  @Mutation(() => Account)
  async cancelAddressChange(@CurrentViewer() viewer: Viewer) {
    await this.credentials.cancelAddressChange(viewer);
    return this.accounts.get(viewer.accountId);
  }

  /** Schedules the deletion of the account in 72 hours. Until then `undoDeletion` cancels the deletion. */
  @Mutation(() => Account)
  deleteAccount(@CurrentViewer() viewer: Viewer, @Args('input') { password }: PasswordInput) {
    return this.deletion.ask(viewer, password);
  }

  @Mutation(() => Account)
  undoDeletion(@CurrentViewer() viewer: Viewer) {
    return this.deletion.undo(viewer);
  }
}
