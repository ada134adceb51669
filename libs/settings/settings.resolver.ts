import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from './change-settings.service.js';
import { QUICK_EXIT_ADDRESS_SETTING, QuickExitSetting } from './quick-exit-setting.js';
import { OPERATOR_SETTING, parseOperator } from './operator-setting.js';
import { PublicSettingsService } from './public-settings.service.js';
import {
  ExitAddressInput,
  LongestRetentionInput,
  OperatorInput,
  VouchesNeededInput,
} from './settings.inputs.js';
import { MAX_RETENTION_SETTING } from './max-retention-setting.js';
import { SettingsService } from './settings.service.js';
import { Settings } from './settings.view.js';
import { VOUCHES_NEEDED_SETTING } from './vouches-needed-setting.js';

@For('administrator')
@Resolver()
export class SettingsResolver {
  constructor(
    private readonly settings: SettingsService,
    private readonly changes: ChangeSettingsService,
    private readonly exit: QuickExitSetting,
    private readonly shown: PublicSettingsService,
  ) {}

  @Query(() => Settings, { name: 'settings' })
  settled() {
    return this.settings.settled();
  }

  /** Requests a change of the number of vouches; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeVouchesNeeded(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { vouches, reason }: VouchesNeededInput,
  ) {
    return this.changes.ask(
      viewer,
      { setting: VOUCHES_NEEDED_SETTING.setting, value: vouches },
      reason,
    );
  }

  /** Requests a change of the maximum retention of channels; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeLongestRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { days, reason }: LongestRetentionInput,
  ) {
    return this.changes.ask(
      viewer,
      { setting: MAX_RETENTION_SETTING.setting, value: days },
      reason,
    );
  }

  /** Requests a change of the operator shown on public pages; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeOperator(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { reason, ...input }: OperatorInput,
  ) {
    const change = { setting: OPERATOR_SETTING, value: parseOperator(input) };
    return this.changes.ask(viewer, change, reason);
  }

  /** Requests a change of the quick-exit address; another administrator approves it. */
  @Mutation(() => TwoPersonAct)
  askToChangeExitAddress(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { address, reason }: ExitAddressInput,
  ) {
    const change = { setting: QUICK_EXIT_ADDRESS_SETTING, value: this.exit.parse(address) };
    return this.changes.ask(viewer, change, reason);
  }

  /** The address that quick exit opens; null for the neutral page. */
  @For('anySignedIn', 'guest')
  @Query(() => String, { nullable: true })
  async exitAddress(): Promise<string | null> {
    return (await this.shown.known()).exitAddress;
  }
}
