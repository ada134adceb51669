import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Account, Standing } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { StandingChanged } from './members.events.js';
import { RightsChangeCallbacks } from './rights-change-callbacks.js';
import { SessionsService } from './sessions/sessions.service.js';
import { updateStewardVacanciesOf } from './steward-vacancies.js';

const PROBATION = 30 * DAY;

/** Makes every change of a standing, so that sessions always end and the event is always recorded. */
@Injectable()
export class StandingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    private readonly rights: RightsChangeCallbacks,
  ) {}

  admit(accountId: string): Promise<void> {
    this.db.assertWriting();
    return this.begin(accountId);
  }

  /** Makes a former member who was inactive for a year a member on probation. Throws for other accounts. */
  async comeBack(accountId: string): Promise<void> {
    this.db.assertWriting();
    const away = await this.db.query(
      `select 1 from account where id = $1 and standing = 'former' and idle_since is not null for no key update`,
      [accountId],
    );
    if (away.length === 0)
      throw new Error('Only a member who became former by inactivity can come back');
    await this.begin(accountId);
  }

  /** Makes a member former after a year of inactivity. */
  lapse(accountId: string): Promise<void> {
    this.db.assertWriting();
    return this.change(accountId, Standing.former, { idleSince: this.clock.now() });
  }

  /** Suspends an account until a date. The caller limits the duration. */
  suspend(accountId: string, suspendedUntil: Date): Promise<void> {
    this.db.assertWriting();
    return this.change(accountId, Standing.suspended, { suspendedUntil });
  }

  restore(accountId: string): Promise<void> {
    this.db.assertWriting();
    return this.change(accountId, Standing.member, { suspendedUntil: null });
  }

  /** Makes a member former because moderation removed them. */
  async remove(accountId: string): Promise<void> {
    this.db.assertWriting();
    const { standing: removedFrom } = await this.locked(accountId);
    await this.change(accountId, Standing.former, { removedFrom });
  }

  /** Restores the standing before a removal; does nothing for other accounts. */
  async takeBack(accountId: string): Promise<void> {
    this.db.assertWriting();
    const { removedFrom } = await this.locked(accountId);
    if (removedFrom) await this.change(accountId, removedFrom, { removedFrom: null });
  }

  /** Ensures that an appeal against a removal does not restore a suspension that was lifted since. */
  async forgetSuspension(accountId: string, suspendedUntil: Date): Promise<void> {
    this.db.assertWriting();
    const which = { id: accountId, removedFrom: Standing.suspended, suspendedUntil };
    const member = { removedFrom: Standing.member, suspendedUntil: null };
    await this.db.repo(Account).update(which, member);
  }

  private async begin(accountId: string): Promise<void> {
    const memberSince = this.clock.now();
    const probationEndsAt = this.clock.in(PROBATION);
    const fresh = { probationToldAt: null, idleSince: null, idleToldAt: null };
    await this.change(accountId, Standing.member, { memberSince, probationEndsAt, ...fresh });
    await this.accounts.endRecoveryPhrase(accountId);
  }

  private async change(accountId: string, to: Standing, more: Partial<Account>): Promise<void> {
    const { standing: from } = await this.locked(accountId);
    await this.db.repo(Account).update(accountId, { ...more, standing: to });
    await updateStewardVacanciesOf(this.db, accountId, this.clock.now());
    await this.rights.run({ accountId, from });
    await this.events.record(StandingChanged, { accountId, from, to });
    await this.sessions.endAll(accountId, 'standing-changed');
  }

  private locked(id: string): Promise<Account> {
    const lock = { mode: 'pessimistic_write' } as const;
    return this.db.repo(Account).findOneOrFail({ where: { id }, lock });
  }
}
