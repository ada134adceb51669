import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { MembershipEnded } from '#members/members.events.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { PlacesInCoalitionChanged } from '../coalitions.events.js';
import { Delegate } from '../delegates/delegate.entity.js';
import { GrantRows } from './grant-rows.js';

/** The accounts of $1 to which coalition $2 is not closed: a notice must not disclose a grant that is absent for them. */
const NOT_CLOSED = `
  select a.id from account a where a.id = any($1) and a.standing = 'member'
    and not exists (select 1 from parted_group s where s.account_id = a.id and s.group_id = $2)
    and not exists (
      select 1 from membership m where m.account_id = a.id and m.group_id = $2 and m.barred_at is not null)`;

interface ChangedPlaces {
  readonly coalitionId: string;
  readonly accountIds: readonly string[];
}

@Injectable()
export class GrantHandlers {
  constructor(
    private readonly db: Database,
    private readonly rows: GrantRows,
    private readonly realtime: RealtimeService,
  ) {}

  /** Deletes the grants and delegates for a membership that ended. They have not counted since. */
  @On(MembershipEnded)
  async whenAMembershipEnds({ membershipId }: { membershipId: string }): Promise<void> {
    await this.db.write(async () => {
      await this.rows.deleteOf(membershipId);
      await this.db.repo(Delegate).delete({ membershipId });
    });
  }

  @On(PlacesInCoalitionChanged)
  async whenPlacesChange({ coalitionId: id, accountIds }: ChangedPlaces): Promise<void> {
    const rows = await this.db.query<{ id: string }>(NOT_CLOSED, [accountIds, id]);
    const told = rows.map((row) => row.id);
    this.realtime.tell(told, { subject: 'group', id });
  }
}
