import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { type Account, Standing } from '#members/account.entity.js';
import { AccountsService, type Founder } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { Viewer } from '#policy/viewer.js';
import { FoundingAuditEntries } from './founding-audit-entries.js';
import { Instance } from '../instance.entity.js';
import { FoundingClosed } from '../settings.events.js';
import { MIN_VETTERS } from '../settings.service.js';

const ADMINISTRATORS = 2;
export const DEFAULT_FOUNDING_MODERATOR_COUNT = 5;

/** An account that a founder will set up, with the secret of its link. */
export interface FounderInvitation {
  readonly accountId: string;
  readonly role: 'administrator' | 'moderator';
  readonly token: string;
}

/** Creates the first accounts of a new instance, once. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly records: FoundingAuditEntries,
  ) {}

  /**
   * Founds the instance on an empty database and returns the accounts with the secrets of their links. Throws Conflict
   * if any account exists.
   */
  async found(moderators = DEFAULT_FOUNDING_MODERATOR_COUNT): Promise<FounderInvitation[]> {
    try {
      return await this.db.write(async () => {
        if (await this.accounts.exist()) throw new Conflict('founding.notEmpty');
        await this.db
          .repo(Instance)
          .insert({ foundedAt: this.clock.now(), foundingClosedAt: null });
        const seats: FounderInvitation[] = [];
        for (let at = 0; at < ADMINISTRATORS; at++) seats.push(await this.seat('administrator'));
        for (let at = 0; at < moderators; at++) seats.push(await this.seat('moderator'));
        return seats;
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Conflict('founding.notEmpty'); // Another founding ran at the same time.
      throw error;
    }
  }

  /** Creates new links for accounts that were not set up, while the founding is open. A link expires after 72 hours. */
  async renew(): Promise<FounderInvitation[]> {
    return this.db.write(async () => {
      await this.openInstance();
      const seats: FounderInvitation[] = [];
      for (const founder of await this.accounts.founders()) {
        if (founder.isTaken) continue;
        seats.push(await this.link(founder.id, roleOf(founder)));
        await this.records.say('renewSeat', Viewer.system('founding'), founder.id);
      }
      return seats;
    });
  }

  /**
   * Closes the founding permanently and deletes the accounts that were not set up. Throws Conflict if too few vetters
   * have set up their accounts.
   */
  async close(viewer: Viewer): Promise<void> {
    await this.db.write(async () => {
      const instance = await this.openInstance();
      if (!(await this.canClose())) throw new Conflict('founding.tooFewVet');
      await this.db.repo(Instance).update(instance.id, { foundingClosedAt: this.clock.now() });
      for (const founder of await this.accounts.founders()) {
        if (!founder.isTaken) await this.accounts.remove(founder.id);
      }
      await this.records.say('closeFounding', viewer);
      await this.events.record(FoundingClosed, { instanceId: instance.id });
    });
  }

  /** Whether enough accounts with the duty to vet have been set up. */
  async canClose(): Promise<boolean> {
    return (await this.accounts.countWithDuty(DutyName.vet)) >= MIN_VETTERS;
  }

  private async openInstance(): Promise<Instance> {
    const [instance] = await this.db
      .repo(Instance)
      .find({ lock: { mode: 'pessimistic_write' }, take: 1 });
    if (!instance || instance.foundingClosedAt) throw new Conflict('founding.closed');
    return instance;
  }

  private async seat(role: FounderInvitation['role']): Promise<FounderInvitation> {
    const isMember = role === 'moderator';
    const { id } = await this.accounts.create({
      standing: isMember ? Standing.member : Standing.staff,
      memberSince: isMember ? this.clock.now() : null,
      probationEndsAt: null,
      isFounder: true,
    } satisfies Partial<Account>);
    const duties = isMember ? [DutyName.vet, DutyName.moderate] : [DutyName.administer];
    for (const duty of duties) await this.accounts.grantDuty(id, duty);
    await this.records.say('found', Viewer.system('founding'), id);
    return this.link(id, role);
  }

  private async link(
    accountId: string,
    role: FounderInvitation['role'],
  ): Promise<FounderInvitation> {
    const link = await this.links.make(accountId, 'set-up');
    return { accountId, role, token: await this.links.giveSecret(link.id) };
  }
}

const roleOf = ({ duties }: Founder): FounderInvitation['role'] =>
  duties.includes(DutyName.administer) ? 'administrator' : 'moderator';
