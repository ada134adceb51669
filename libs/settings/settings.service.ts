import { Injectable } from '@nestjs/common';
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
    const vouchesNeeded = (await this.instance())?.vouchesNeeded ?? VOUCHES_UNLESS_TOLD;
    return { vouchesNeeded, isFoundingRule: await this.isFoundingRule() };
  }

  /** Inside write(). Conflict where nothing was founded. */
  async setVouchesNeeded(vouchesNeeded: number): Promise<void> {
    const { affected } = await this.db.repo(Instance).update({ isOnly: true }, { vouchesNeeded });
    if (affected !== 1) throw new Conflict('settings.notFounded');
  }

  /** How many vouches an application needs now; written into each decision. */
  async vouchesNeeded(): Promise<number> {
    if (await this.isFoundingRule()) return 0;
    return (await this.settled()).vouchesNeeded;
  }

  /** Whether so few members are past probation that no vouch is asked for. */
  async isFoundingRule(): Promise<boolean> {
    return (await this.accounts.countPastProbation(this.clock.now())) < MEMBERS_WHO_VOUCH;
  }
}
