import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Invalid } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { MatterAssignmentService } from './matter-assignment.service.js';
import { MatterAudit } from './matter-audit.js';
import { Matter } from './matter.entity.js';
import { MatterReassigned } from '../moderation.events.js';

/** Offers a matter to a colleague. */
@Injectable()
export class ReassignMatter {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly viewers: ViewerLoader,
    private readonly hands: MatterAssignmentService,
    private readonly record: MatterAudit,
  ) {}

  /**
   * Returns the matter to the queue and notifies only the colleague, who must claim it. Assigning it directly would
   * reveal to the viewer whether the colleague is recused.
   */
  reassign(viewer: Viewer, id: string, personId: string): Promise<Matter> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, id, viewer, 'hand');
      const colleague = await this.colleagueOf(viewer, personId);
      await this.hands.leave(matter);
      await this.record.write(viewer, matter, 'hand');
      await this.events.record(MatterReassigned, { matterId: id, accountId: colleague.accountId });
      return matter;
    });
  }

  private async colleagueOf(viewer: Viewer, personId: string): Promise<Viewer> {
    const { accountId } = await this.access.load(Profile, personId, viewer, 'read');
    const colleague = await this.viewers.byAccount(accountId);
    const isOther = accountId !== viewer.accountId;
    if (colleague && isOther && abilityOf(colleague).mayEver('claim', 'Matter')) return colleague;
    throw new Invalid('input', { personId: 'notColleague' });
  }
}
