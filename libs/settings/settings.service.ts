import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { Instance } from './instance.entity.js';
import type { Settings } from './settings.view.js';

/** Fewer than this many people who vet cannot decide fairly: applications pause. */
export const VETTERS_NEEDED = 3;
/** Until this many members are past probation there is nobody to ask for a vouch. */
const MEMBERS_WHO_VOUCH = 10;
const VOUCHES_UNLESS_TOLD = 2;

/** What the instance's people settled, and what follows from it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
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
    return { vouchesNeeded, isFoundingRule: await this.isFoundingRule(instance) };
  }

  /** Inside write(). Conflict where nothing was founded. */
  async setVouchesNeeded(vouchesNeeded: number): Promise<void> {
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { vouchesNeeded });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** What an application needs now, both from one look; written into each decision. */
  async vouchRule(): Promise<Settings> {
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
