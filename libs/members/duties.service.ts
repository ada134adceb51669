import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Account } from './account.entity.js';
import { Duty, type DutyName } from './duty.entity.js';
import { DutiesChanged } from './members.events.js';
import { RightsChangeCallbacks } from './rights-change-callbacks.js';
import { SessionsService } from './sessions/sessions.service.js';

/** A holder of duties, as administrators see them. */
export interface DutyHolderSummary {
  readonly accountId: string;
  /** The name under which administrators know the holder; null until it was set. */
  readonly knownAs: string | null;
  readonly isStaff: boolean;
  readonly isFounder: boolean;
  /** Whether the account was set up: an unused staff invitation has no password. */
  readonly isTaken: boolean;
  readonly duties: readonly Duty[];
}

/** Gives and takes duties. Every session of the account ends, since its rights changed. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly sessions: SessionsService,
    private readonly rights: RightsChangeCallbacks,
  ) {}

  find(id: string): Promise<Duty | null> {
    return this.db.repo(Duty).findOneBy({ id });
  }

  of(accountId: string): Promise<Duty[]> {
    return this.db.repo(Duty).find({ where: { accountId }, order: { name: 'ASC' } });
  }

  /**
   * Gives the duties that the account does not have yet, and sets the name under which administrators know the holder.
   */
  async give(accountId: string, names: readonly DutyName[], knownAs: string): Promise<Duty[]> {
    this.db.assertWriting();
    await this.lock(accountId);
    const held = await this.of(accountId);
    const fresh = names.filter((name) => !held.some((duty) => duty.name === name));
    const duties = this.db.repo(Duty);
    const given = await duties.save(
      fresh.map((name) => duties.create({ accountId, name, knownAs })),
    );
    await this.nameHolder(accountId, knownAs);
    await this.rights.run({ accountId });
    await this.changed(accountId);
    return given;
  }

  async take({ id, accountId, name }: Duty): Promise<void> {
    this.db.assertWriting();
    await this.lock(accountId);
    await this.db.repo(Duty).delete(id);
    await this.rights.run({ accountId, takenDuty: name });
    await this.changed(accountId);
  }

  /** Sets the name under which administrators know the holder. */
  async nameHolder(accountId: string, knownAs: string): Promise<void> {
    await this.db.repo(Duty).update({ accountId }, { knownAs });
  }

  /** All holders of duties: staff first, then by creation. */
  async holders(): Promise<DutyHolderSummary[]> {
    const duties = await this.db.repo(Duty).find({ order: { name: 'ASC' } });
    const byAccount = Map.groupBy(duties, ({ accountId }) => accountId);
    const accounts = await this.db.repo(Account).find({
      where: { id: In([...byAccount.keys()]) },
      select: { id: true, standing: true, isFounder: true, passwordHash: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const holders = accounts.map(({ id, standing, isFounder, passwordHash }) => ({
      accountId: id,
      knownAs: byAccount.get(id)!.find((duty) => duty.knownAs !== null)?.knownAs ?? null,
      isStaff: standing === 'staff',
      isFounder,
      isTaken: passwordHash !== null,
      duties: byAccount.get(id)!,
    }));
    return [
      ...holders.filter(({ isStaff }) => isStaff),
      ...holders.filter(({ isStaff }) => !isStaff),
    ];
  }

  /**
   * Locks the account. An approval locks both accounts involved, so a change of rights happens before or after an
   * approval, never during it.
   */
  private async lock(accountId: string): Promise<void> {
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
  }

  private async changed(accountId: string): Promise<void> {
    await this.events.record(DutiesChanged, { accountId });
    await this.sessions.endAll(accountId, 'duties-changed');
  }
}
