import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CallAvailability } from './call-availability.entity.js';
import type { CallAvailabilityInput, CallAvailabilityView } from './call-availability.view.js';
import { CallSlotsService } from './call-slots.service.js';
import { haveSameClock, isRange, overlap } from './times/call-hours.js';

const SUPPORTS_OR_INTERPRETS = `
  select 1 from account a where a.id = v.account_id and a.standing <> 'former' and (
    exists (select 1 from duty d where d.account_id = a.id and d.name = 'support')
    or exists (select 1 from interpreter i where i.account_id = a.id))`;

/** The hours in which the viewer offers calls, as a supporter or an interpreter. */
@Injectable()
export class CallAvailabilityService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly slots: CallSlotsService,
  ) {}

  /** Returns null before the viewer set hours. */
  async own(viewer: Viewer): Promise<CallAvailabilityView | null> {
    this.access.allow(viewer, 'setAvailability', 'SupportRequest');
    const { accountId } = viewer;
    const hours = await this.db.repo(CallAvailability).findOneBy({ accountId });
    return hours && { ...hours, freeTimes: await this.slots.own(hours) };
  }

  /** Replaces the hours. Booked calls stay, also outside of the new hours. */
  async set(viewer: Viewer, input: CallAvailabilityInput): Promise<void> {
    this.access.allow(viewer, 'setAvailability', 'SupportRequest');
    this.assertValid(input);
    const { accountId } = viewer;
    await this.db.write(async () => {
      // Waits for a change of the viewer's duties, which would delete the hours.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      if (!(await this.mayOffer(accountId))) throw new Conflict('support.noInterpreter');
      await this.db.repo(CallAvailability).upsert({ accountId, ...input }, ['accountId']);
    });
  }

  private assertValid({ zone, shownZone, weekly, exceptions }: CallAvailabilityInput): void {
    const byDay = [...Map.groupBy(weekly, ({ weekday }) => weekday).values()];
    const allOf = { weekly: byDay, exceptions: exceptions.map(({ ranges }) => ranges) };
    for (const [field, lists] of Object.entries(allOf)) {
      if (!lists.flat().every(isRange)) throw new Invalid('input', { [field]: 'tooShort' });
      if (lists.some(overlap)) throw new Invalid('input', { [field]: 'overlap' });
    }
    if (!haveSameClock(zone, shownZone, this.clock.now()))
      throw new Invalid('input', { shownZone: 'otherTime' });
  }

  private async mayOffer(accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from (select $1::uuid as account_id) v where exists (${SUPPORTS_OR_INTERPRETS})`,
      [accountId],
    );
    return rows.length > 0;
  }

  /** Deletes the hours of accounts that neither support nor interpret, or of this one. */
  async deleteWithoutDuty(accountId?: string): Promise<number> {
    const rows = await this.db.query(
      `delete from call_availability v where ($1::uuid is null or v.account_id = $1)
         and not exists (${SUPPORTS_OR_INTERPRETS})
       returning 1`,
      [accountId ?? null],
    );
    return rows.length;
  }
}
