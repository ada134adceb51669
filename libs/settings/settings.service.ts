import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { Instance, MAX_RETENTION_DAYS } from './instance.entity.js';
import { MaxRetentionChanged } from './settings.events.js';
import type { Operator, Settings } from './settings.view.js';

/** Applications pause while fewer vetters than this remain, because they could not decide fairly. */
export const MIN_VETTERS = 3;
/** Applications need no vouches until this many members are past probation. */
const MEMBERS_WHO_VOUCH = 10;
const VOUCHES_UNLESS_TOLD = 2;

/** The settings shown on public pages. */
export type PublicSettingsView = Pick<Settings, 'operator' | 'exitAddress'> & {
  /** Whether nobody can ask for support: an administrator paused it, or nobody supports. */
  readonly isSupportClosed: boolean;
  /** Whether people without an account can ask for support. */
  readonly canAskWithoutAccount: boolean;
};
type VouchRule = Pick<Settings, 'vouchesNeeded' | 'isFoundingRule'>;

/** The settings of the instance and the rules derived from them. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly events: EventsService,
  ) {}

  /** The row of the instance; null before its founding. */
  instance(): Promise<Instance | null> {
    return this.db.repo(Instance).findOneBy({ isOnly: true });
  }

  /** Whether people can apply now: the founding is closed and there are enough vetters. */
  async areApplicationsOpen(): Promise<boolean> {
    return (await this.isFoundingClosed()) && (await this.doEnoughVet());
  }

  /** Whether applications are paused: the founding is closed, but too few vetters remain. */
  async arePaused(): Promise<boolean> {
    return (await this.isFoundingClosed()) && !(await this.doEnoughVet());
  }

  private async isFoundingClosed(): Promise<boolean> {
    return (await this.instance())?.foundingClosedAt != null;
  }

  private async doEnoughVet(): Promise<boolean> {
    return (await this.accounts.countWithDuty(DutyName.vet)) >= MIN_VETTERS;
  }

  /** The current settings, with defaults before the founding. */
  async settled(): Promise<Settings> {
    const instance = await this.instance();
    const vouchesNeeded = instance?.vouchesNeeded ?? VOUCHES_UNLESS_TOLD;
    const longestRetentionDays = instance?.longestRetentionDays ?? MAX_RETENTION_DAYS;
    const isFoundingRule = await this.isFoundingRule(instance);
    const { operator, exitAddress } = shownOf(instance);
    return { vouchesNeeded, longestRetentionDays, isFoundingRule, operator, exitAddress };
  }

  /** The settings shown on public pages. */
  async shown(): Promise<PublicSettingsView> {
    const instance = await this.instance();
    const isSupportClosed = instance?.supportPausedAt != null || !(await this.doesAnyoneSupport());
    const canAskWithoutAccount = instance?.askWithoutAccount ?? false;
    return { ...shownOf(instance), isSupportClosed, canAskWithoutAccount };
  }

  private async doesAnyoneSupport(): Promise<boolean> {
    return (await this.accounts.countWithDuty(DutyName.support)) > 0;
  }

  /** Throws Conflict before the founding. */
  async setOperator(operator: Operator | null): Promise<void> {
    this.db.assertWriting();
    const columns = {
      operatorName: operator?.name ?? null,
      operatorContact: operator?.contact ?? null,
    };
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, columns);
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Throws Conflict before the founding. */
  async setVouchesNeeded(vouchesNeeded: number): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { vouchesNeeded });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  async longestRetentionDays(): Promise<number> {
    return (await this.instance())?.longestRetentionDays ?? MAX_RETENTION_DAYS;
  }

  /** Locks the setting until COMMIT, so that a concurrent change waits for this transaction. */
  async holdLongestRetention(): Promise<number> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_read' } as const;
    const instance = await this.db.repo(Instance).findOne({ where: { isOnly: true }, lock });
    return instance?.longestRetentionDays ?? MAX_RETENTION_DAYS;
  }

  /** Throws Conflict before the founding. */
  async setLongestRetention(longestRetentionDays: number): Promise<void> {
    this.db.assertWriting();
    const instance = await this.instance();
    if (!instance) throw new Conflict('settings.notFounded');
    await this.db.repo(Instance).update(instance.id, { longestRetentionDays });
    await this.events.record(MaxRetentionChanged, { instanceId: instance.id });
  }

  /** Throws Conflict before the founding. */
  async setExitAddress(exitAddress: string | null): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { exitAddress });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Whether an administrator paused asking for support. */
  async isSupportPaused(): Promise<boolean> {
    return (await this.instance())?.supportPausedAt != null;
  }

  /** Throws Conflict before the founding. */
  async pauseSupport(isPaused: boolean): Promise<void> {
    this.db.assertWriting();
    const supportPausedAt = isPaused ? this.clock.now() : null;
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { supportPausedAt });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Whether people without an account can ask for support. */
  async canAskWithoutAccount(): Promise<boolean> {
    return (await this.instance())?.askWithoutAccount ?? false;
  }

  /** Throws Conflict before the founding. */
  async setAskWithoutAccount(askWithoutAccount: boolean): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db
      .repo(Instance)
      .update({ isOnly: true }, { askWithoutAccount });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Throws Conflict before the founding. */
  async setWorkingHours(workingHours: object): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { workingHours });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Throws Conflict before the founding. */
  async setCaseLimits(caseLimits: object): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { caseLimits });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Throws Conflict before the founding. */
  async setCallLinkTemplate(callLinkTemplate: string | null): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db
      .repo(Instance)
      .update({ isOnly: true }, { callLinkTemplate });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /**
   * The number of vouches that an application needs now, and whether the founding rule applies. The number and the rule
   * come from one read and are stored with each decision.
   */
  async vouchRule(): Promise<VouchRule> {
    const { vouchesNeeded, isFoundingRule } = await this.settled();
    return { vouchesNeeded: isFoundingRule ? 0 : vouchesNeeded, isFoundingRule };
  }

  /**
   * Whether applications need no vouches yet. Ends for good once enough members are past probation. Otherwise
   * suspending one of these members would drop the requirement again.
   */
  private async isFoundingRule(instance: Instance | null): Promise<boolean> {
    if (instance?.vouchesSince) return false;
    const vouchesSince = this.clock.now();
    if ((await this.accounts.countPastProbation(vouchesSince)) < MEMBERS_WHO_VOUCH) return true;
    await this.db.repo(Instance).update({ isOnly: true, vouchesSince: IsNull() }, { vouchesSince });
    return false;
  }
}

function shownOf(instance: Instance | null): Pick<Settings, 'operator' | 'exitAddress'> {
  const { operatorName: name, operatorContact: contact, exitAddress = null } = instance ?? {};
  const operator = name && contact ? { name, contact } : null;
  return { operator, exitAddress };
}
