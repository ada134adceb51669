import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { LiftSeparation } from '../separations/lift-separation.js';
import type { Matter } from './matter.entity.js';
import type { MatterFile } from './matter.view.js';
import { REMOVE_MEMBER_ACT_KIND } from '../sanctions/remove-member-act.js';

type Measures = Pick<MatterFile, 'separations' | 'removalId' | 'earlierSuspensions'>;

/** Finds earlier and pending sanctions of the reported member. */
@Injectable()
export class MatterSanctionHistory {
  constructor(
    private readonly db: Database,
    private readonly separations: LiftSeparation,
    private readonly twoPerson: TwoPersonActReader,
  ) {}

  async of(viewer: Viewer, matter: Permitted<Matter, 'readFile'>): Promise<Measures> {
    return {
      separations: await this.separations.inForce(viewer, matter),
      removalId: await this.twoPerson.waiting(viewer, REMOVE_MEMBER_ACT_KIND, matter.id),
      earlierSuspensions: await this.suspensionsUnderItsName(matter),
    };
  }

  /**
   * For a persona it counts only suspensions of that persona: the member's other suspensions would help to identify the
   * owner.
   */
  private async suspensionsUnderItsName({ reportedId, personaId }: Matter): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from sanction s join matter m on m.id = s.matter_id
       where s.kind = 'suspension' and s.account_id = $1 and m.persona_id is not distinct from $2::uuid`,
      [reportedId, personaId],
    );
    return row!.count;
  }
}
