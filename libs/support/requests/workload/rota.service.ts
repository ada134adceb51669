import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { WorkingHoursService } from '../deadlines/working-hours.service.js';
import { SUPPORTERS } from '../support-availability.service.js';
import { Supporter } from '../supporter.entity.js';
import { SupportersService } from '../supporters.service.js';
import type { SupportRota, SupportRotaInput } from './rota.view.js';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Keeps the weekdays on which supporters are on duty, and the kinds of request that they take. */
@Injectable()
export class RotaService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly hours: WorkingHoursService,
    private readonly supporters: SupportersService,
  ) {}

  async read(viewer: Viewer): Promise<SupportRota> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    const [{ zone }, today, onDuty, own] = await Promise.all([
      this.hours.current(),
      this.hours.today(),
      this.onDuty(),
      this.supporters.of(viewer.accountId),
    ]);
    const namesOn = (weekday: number) =>
      onDuty.filter(({ days }) => days.includes(weekday)).map(({ name }) => name);
    const days = WEEK.map((weekday) => ({ weekday, workNames: namesOn(weekday) }));
    const { rotaDays: ownDays = [], takenKinds = [] } = own ?? {};
    return { zone, today, days, ownDays, takenKinds };
  }

  /** Replaces the viewer's days and kinds. Throws Conflict if the viewer has no work name. */
  async set(viewer: Viewer, { days, takenKinds }: SupportRotaInput): Promise<void> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    const { accountId } = viewer;
    await this.db.write(async () => {
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      await this.supporters.workNameOf(accountId);
      const rotaDays = days.toSorted((one, other) => one - other);
      await this.db.repo(Supporter).update({ accountId }, { rotaDays, takenKinds });
    });
  }

  /** The supporters who chose a day and do not rest. A supporter who rests looks like one who chose no day. */
  private onDuty(): Promise<{ readonly name: string; readonly days: readonly number[] }[]> {
    return this.db.query(
      `select work_name as name, rota_days as days from supporter
       where account_id in (${SUPPORTERS}) and resting_since is null and work_name is not null
         and rota_days <> '{}'
       order by lower(work_name)`,
    );
  }
}
