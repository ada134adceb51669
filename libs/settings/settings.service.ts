import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { Instance, LONGEST_RETENTION_DAYS } from './instance.entity.js';
import { LongestRetentionChanged } from './settings.events.js';
import type { Operator, Settings } from './settings.view.js';

/** Fewer than this many people who vet cannot decide fairly: applications pause. */
export const VETTERS_NEEDED = 3;
/** Until this many members are past probation there is nobody to ask for a vouch. */
const MEMBERS_WHO_VOUCH = 10;
const VOUCHES_UNLESS_TOLD = 2;

/** What strangers see. */
export type PublicSettingsView = Pick<Settings, 'operator' | 'exitAddress'>;
type VouchRule = Pick<Settings, 'vouchesNeeded' | 'isFoundingRule'>;

/** What the instance's people settled, and what follows from it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly events: EventsService,
  ) {}

  /** The instance, or null before its founding. */
  instance(): Promise<Instance | null> {
    return this.db.repo(Instance).findOneBy({ isOnly: true });
  }

  /** Whether people can apply now: the founding is closed and enough people vet. */
  async areApplicationsOpen(): Promise<boolean> {
    return (await this.isFoundingClosed()) && (await this.doEnoughVet());
  }

  /** Whether they could until too few people were left who vet. */
  async arePaused(): Promise<boolean> {
    return (await this.isFoundingClosed()) && !(await this.doEnoughVet());
  }

  private async isFoundingClosed(): Promise<boolean> {
    return (await this.instance())?.foundingClosedAt != null;
  }

  private async doEnoughVet(): Promise<boolean> {
    return (await this.accounts.countWithDuty(DutyName.vet)) >= VETTERS_NEEDED;
  }

  /** What was settled, or what holds where nothing was. */
  async settled(): Promise<Settings> {
    const instance = await this.instance();
    const vouchesNeeded = instance?.vouchesNeeded ?? VOUCHES_UNLESS_TOLD;
    const longestRetentionDays = instance?.longestRetentionDays ?? LONGEST_RETENTION_DAYS;
    const isFoundingRule = await this.isFoundingRule(instance);
    return { vouchesNeeded, longestRetentionDays, isFoundingRule, ...shownOf(instance) };
  }

  /** The settings that strangers see. */
  async shown(): Promise<PublicSettingsView> {
    return shownOf(await this.instance());
  }

  /** Conflict where nothing was founded. */
  async setOperator(operator: Operator | null): Promise<void> {
    this.db.assertWriting();
    const columns = {
      operatorName: operator?.name ?? null,
      operatorContact: operator?.contact ?? null,
    };
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, columns);
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** Conflict where nothing was founded. */
  async setVouchesNeeded(vouchesNeeded: number): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { vouchesNeeded });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  async longestRetentionDays(): Promise<number> {
    return (await this.instance())?.longestRetentionDays ?? LONGEST_RETENTION_DAYS;
  }

  /** As it is until COMMIT: whoever changes it waits, and then finds what came of it. */
  async holdLongestRetention(): Promise<number> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_read' } as const;
    const instance = await this.db.repo(Instance).findOne({ where: { isOnly: true }, lock });
    return instance?.longestRetentionDays ?? LONGEST_RETENTION_DAYS;
  }

  /** Conflict where nothing was founded. */
  async setLongestRetention(longestRetentionDays: number): Promise<void> {
    this.db.assertWriting();
    const instance = await this.instance();
    if (!instance) throw new Conflict('settings.notFounded');
    await this.db.repo(Instance).update(instance.id, { longestRetentionDays });
    await this.events.record(LongestRetentionChanged, { instanceId: instance.id });
  }

  /** Conflict where nothing was founded. */
  async setExitAddress(exitAddress: string | null): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { exitAddress });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** What an application needs now, both from one look; written into each decision. */
  async vouchRule(): Promise<VouchRule> {
    const { vouchesNeeded, isFoundingRule } = await this.settled();
    return { vouchesNeeded: isFoundingRule ? 0 : vouchesNeeded, isFoundingRule };
  }

  /**
   * Whether no vouch is asked for yet. Once enough members are past probation that is over for good: else whoever
   * suspends one of them would open the door.
   */
  private async isFoundingRule(instance: Instance | null): Promise<boolean> {
    if (instance?.vouchesSince) return false;
    const vouchesSince = this.clock.now();
    if ((await this.accounts.countPastProbation(vouchesSince)) < MEMBERS_WHO_VOUCH) return true;
    await this.db.repo(Instance).update({ isOnly: true, vouchesSince: IsNull() }, { vouchesSince });
    return false;
  }
}

function shownOf(instance: Instance | null): PublicSettingsView {
  const { operatorName: name, operatorContact: contact, exitAddress = null } = instance ?? {};
  return { operator: name && contact ? { name, contact } : null, exitAddress };
}
