import { Args, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { PublicSettingsService } from '#settings/public-settings.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { SupportAvailabilityService } from './support-availability.service.js';

/** Whether members and applicants can ask for support. */
@ObjectType()
export class SupportPause {
  /** Whether an administrator paused asking. */
  @Field(() => Boolean)
  isPaused!: boolean;

  /** Whether people without an account can ask, too. */
  @Field(() => Boolean)
  canAskWithoutAccount!: boolean;

  /** How many accounts support. Without any, nobody can ask. */
  @Field(() => Int)
  supporterCount!: number;

  /** How many requests wait for their first answer longer than promised, or so long that administrators were notified. */
  @Field(() => Int)
  overdueCount!: number;
}

/**
 * An administrator alone pauses asking for support, and ends the pause, and decides whether people without an account can
 * ask. Open requests go on.
 */
@For('administrator')
@Resolver()
export class SupportPauseResolver {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly settings: SettingsService,
    private readonly availability: SupportAvailabilityService,
    private readonly published: PublicSettingsService,
  ) {}

  @Query(() => SupportPause)
  async supportPause(@CurrentViewer() viewer: Viewer): Promise<SupportPause> {
    this.access.allow(viewer, 'pauseSupport', 'Instance');
    return {
      isPaused: await this.settings.isSupportPaused(),
      canAskWithoutAccount: await this.settings.canAskWithoutAccount(),
      supporterCount: (await this.availability.supporterIds()).length,
      overdueCount: await this.availability.countOverdue(),
    };
  }

  @Mutation(() => SupportPause)
  async pauseSupport(
    @CurrentViewer() viewer: Viewer,
    @Args('isPaused', { type: () => Boolean }) isPaused: boolean,
  ): Promise<SupportPause> {
    this.access.allow(viewer, 'pauseSupport', 'Instance');
    await this.db.write(async () => {
      await this.settings.pauseSupport(isPaused);
      this.published.invalidate();
      const action = isPaused ? 'pauseSupport' : 'resumeSupport';
      await this.audit.record(viewer, { action, subjectType: 'Instance', duty: 'administer' });
    });
    return this.supportPause(viewer);
  }

  /** Allows people without an account to ask, or ends that. Their open requests go on. */
  @Mutation(() => SupportPause)
  async allowAskingWithoutAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('isAllowed', { type: () => Boolean }) isAllowed: boolean,
  ): Promise<SupportPause> {
    this.access.allow(viewer, 'pauseSupport', 'Instance');
    await this.db.write(async () => {
      await this.settings.setAskWithoutAccount(isAllowed);
      this.published.invalidate();
      const action = isAllowed ? 'allowAskingWithoutAccount' : 'endAskingWithoutAccount';
      await this.audit.record(viewer, { action, subjectType: 'Instance', duty: 'administer' });
    });
    return this.supportPause(viewer);
  }
}
