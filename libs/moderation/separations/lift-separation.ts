import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { LiftSanction } from '../sanctions/lift-sanction.js';
import { MatterAudit } from '../matters/matter-audit.js';
import { Matter } from '../matters/matter.entity.js';
import { Sanction } from '../sanctions/sanction.entity.js';
import type { ActiveSeparation } from './separation.view.js';

const TIED = `
  select s.id from sanction s join separation p on p.id = s.separation_id
  where s.id = any($1) and (
    $2 in (p.low_id, p.high_id)
    or exists (select 1 from tie t where t.account_id = $2 and t.other_id in (p.low_id, p.high_id)))`;

/** Lifts separations by a later act of moderation; both members are notified. */
@Injectable()
export class LiftSeparation {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly lifting: LiftSanction,
    private readonly record: MatterAudit,
  ) {}

  /** Active separations of the reported member. Returns none for a persona, because they would identify its owner. */
  async inForce(
    viewer: Viewer,
    { reportedId: accountId, personaId }: Matter,
  ): Promise<ActiveSeparation[]> {
    if (personaId) return [];
    const where = { accountId, kind: 'separation', liftedAt: IsNull() } as const;
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const found = await this.db.repo(Sanction).find({ where, order });
    const tied = await this.tied(viewer, found);
    return found.filter(({ id }) => !tied.has(id));
  }

  lift(viewer: Viewer, matterId: string, id: string, words: string): Promise<void> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'lift');
      const sanction = await this.locked(matter, id);
      if (!sanction || (await this.tied(viewer, [sanction])).size > 0) throw new NotFound();
      const { id: sanctionId, accountId, reason } = sanction;
      await this.lifting.lift({ sanctionId });
      await this.lifting.notify({ accountId, matterId, sanctionId, reason }, 'lifted', words);
      await this.record.write(viewer, matter, 'lift', { reason, toldId: accountId });
    });
  }

  /** The separations with which the viewer has a conflict of interest (R3). They are hidden from the viewer. */
  private async tied(viewer: Viewer, sanctions: readonly Sanction[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(TIED, [
      sanctions.map(({ id }) => id),
      viewer.accountId,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  private locked({ reportedId: accountId, personaId }: Matter, id: string) {
    if (personaId || !isId(id)) return null;
    const where = { id, accountId, kind: 'separation', liftedAt: IsNull() } as const;
    return this.db.repo(Sanction).findOne({ where, lock: { mode: 'pessimistic_write' } });
  }
}
