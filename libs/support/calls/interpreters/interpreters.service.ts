import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportersService } from '../../requests/supporters.service.js';
import { CallAvailabilityService } from '../call-availability.service.js';
import { Interpreter } from './interpreter.entity.js';
import type { OwnInterpreterView } from './interpreters.view.js';
import { WithdrawInterpreter } from './withdraw-interpreter.js';

/** Lets members volunteer as interpreters. */
@Injectable()
export class InterpretersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly availability: CallAvailabilityService,
    private readonly withdrawals: WithdrawInterpreter,
    private readonly supporters: SupportersService,
  ) {}

  /** Returns null for a viewer who does not interpret. */
  own(viewer: Viewer): Promise<OwnInterpreterView | null> {
    this.access.allow(viewer, 'interpret', 'SupportRequest');
    return this.db.repo(Interpreter).findOneBy({ accountId: viewer.accountId });
  }

  /**
   * Volunteers under this name, or changes it. A changed name ends offers, and agreements without a booked call: requesters
   * agreed to the former one. Throws Conflict for a name that looks like the one of another interpreter or supporter.
   */
  async volunteer(viewer: Viewer, name: string): Promise<void> {
    await this.change(viewer, async ({ accountId }) => {
      const current = await this.db.repo(Interpreter).findOneBy({ accountId });
      if (current?.name === name) return;
      await this.supporters.assertInterpreterNameFree(accountId, name);
      if (current) await this.endUnbooked(accountId);
      await this.db.repo(Interpreter).upsert({ accountId, name }, ['accountId']);
    });
  }

  /** While they rest, the interpreter is offered to nobody; agreed calls stay. */
  async rest(viewer: Viewer, isResting: boolean): Promise<void> {
    await this.change(viewer, async ({ accountId }) => {
      const restingSince = isResting ? this.clock.now() : null;
      const { affected } = await this.db.repo(Interpreter).update({ accountId }, { restingSince });
      if (!affected) throw new Conflict('support.noInterpreter');
    });
  }

  /** Leaves all calls, and deletes the name and, unless the viewer supports, the hours. */
  async stop(viewer: Viewer): Promise<void> {
    await this.change(viewer, ({ accountId }) => this.delete(accountId));
  }

  /** Withdraws an account that is no member any more, and deletes it as an interpreter once it is a former one. */
  async afterRightsChange(accountId: string): Promise<void> {
    const [account] = await this.db.query<{ standing: string }>(
      'select standing from account where id = $1',
      [accountId],
    );
    if (account?.standing === 'member') return;
    if (!account || account.standing === 'former') return this.delete(accountId);
    await this.withdrawals.withdrawAll(accountId);
  }

  async delete(accountId: string): Promise<void> {
    await this.withdrawals.withdrawAll(accountId);
    const { affected } = await this.db.repo(Interpreter).delete({ accountId });
    if (affected) await this.availability.deleteWithoutDuty(accountId);
  }

  private async endUnbooked(accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `delete from interpretation where account_id = $1 and state = 'offered' and agreed_at is null`,
      [accountId],
    );
    await this.db.query(
      `update interpretation x set state = 'ended', ended_at = $2, updated_at = $2
       where x.account_id = $1 and x.state in ('offered', 'agreed') and not exists (
         select 1 from introductory_call c where c.request_id = x.request_id
           and c.interpreter_id = $1 and c.state = 'booked' and c.ends_at > $2)`,
      [accountId, now],
    );
  }

  private async change(viewer: Viewer, work: (viewer: Viewer) => Promise<void>): Promise<void> {
    this.access.allow(viewer, 'interpret', 'SupportRequest');
    await this.db.write(async () => {
      // Waits for a change of the viewer's standing, and for an agreement to them.
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      await work(viewer);
    });
  }
}
