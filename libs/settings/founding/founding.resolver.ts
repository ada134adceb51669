import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { NotFound } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import type { Viewer } from '#policy/viewer.js';
import { FoundingService } from './founding.service.js';
import { Founding } from './founding.view.js';
import { SettingsService } from '../settings.service.js';

@For('administrator')
@Resolver()
export class FoundingResolver {
  constructor(
    private readonly foundings: FoundingService,
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly confirmations: PasswordConfirmationsService,
  ) {}

  /** The state of the founding. Throws NotFound if the instance was never founded, for example in the demo. */
  @Query(() => Founding)
  async founding(): Promise<Founding> {
    const instance = await this.settings.instance();
    if (!instance) throw new NotFound();
    const closedAt = instance.foundingClosedAt;
    return {
      foundedAt: instance.foundedAt,
      closedAt,
      seats: await this.accounts.founders(),
      canClose: closedAt === null && (await this.foundings.canClose()),
      areApplicationsOpen: await this.settings.areApplicationsOpen(),
    };
  }

  /** Closes the founding permanently. Requires an administrator with a recent password confirmation. */
  @Mutation(() => Founding)
  async closeFounding(@CurrentViewer() viewer: Viewer): Promise<Founding> {
    await this.confirmations.assertFresh(viewer);
    await this.foundings.close(viewer);
    return this.founding();
  }
}
