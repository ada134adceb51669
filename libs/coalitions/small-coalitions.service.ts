import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant, SMALL_COALITION_PERIOD } from './participants/participant.entity.js';

/** Coalitions (or only $1) of fewer than two participants, and since when they have been. */
const SMALL_COALITIONS = `
  select g.id, greatest(g.created_at, (
    select max(p.ended_at) from participant p where p.coalition_id = g.id and p.ended_at is not null)) as since
  from "group" g
  where g.kind = 'coalition' and g.archived_at is null and g.id = coalesce($1, g.id)
    and 2 > (select count(*) from participant p where p.coalition_id = g.id and p.ended_at is null)`;

const OVERDUE = `select id from (${SMALL_COALITIONS}) small where since <= $2 order by id`;

/** Coalitions of fewer than two participants, which are archived after a period. */
@Injectable()
export class SmallCoalitionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Ids of the coalitions (or only of this one) that are to be archived now. */
  async overdue(id: string | null = null): Promise<string[]> {
    const values = [id, this.clock.in(-SMALL_COALITION_PERIOD)];
    const rows = await this.db.query<{ id: string }>(OVERDUE, values);
    return rows.map((row) => row.id);
  }

  /**
   * When the coalition is archived unless another participant enters; null for all but its coalition stewards, and the
   * stewards and spokespersons of its participants.
   */
  async archivesAt(viewer: Viewer, id: string): Promise<Date | null> {
    if (!(await this.concerns(viewer, id))) return null;
    const [small] = await this.db.query<{ since: Date }>(SMALL_COALITIONS, [id]);
    return small ? new Date(small.since.getTime() + SMALL_COALITION_PERIOD) : null;
  }

  private async concerns({ coalitions }: Viewer, coalitionId: string): Promise<boolean> {
    if (coalitions.steward.includes(coalitionId)) return true;
    if (coalitions.owner.length === 0) return false;
    const own = { id: In([...coalitions.owner]), coalitionId, endedAt: IsNull() };
    return this.db.repo(Participant).existsBy(own);
  }
}
