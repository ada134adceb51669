import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { LiftAct } from './lift-act.js';
import { MatterRecord } from './matter-record.js';
import { Matter } from './matter.entity.js';
import { Sanction } from './sanction.entity.js';
import type { SeparationInForce } from './separation.view.js';

/** A later act of moderation takes a separation back; both are told. */
@Injectable()
export class LiftSeparation {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly lifting: LiftAct,
    private readonly record: MatterRecord,
  ) {}

  /** Those that part whom this matter is about from somebody; of a persona none, since they are its owner's. */
  inForce({ reportedId: accountId, personaId }: Matter): Promise<SeparationInForce[]> {
    if (personaId) return Promise.resolve([]);
    const where = { accountId, kind: 'separation', liftedAt: IsNull() } as const;
    return this.db.repo(Sanction).find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  lift(viewer: Viewer, matterId: string, id: string, words: string): Promise<void> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'lift');
      const sanction = await this.locked(matter, id);
      if (!sanction) throw new NotFound();
      const { id: sanctionId, accountId, reason } = sanction;
      await this.lifting.lift({ sanctionId });
      await this.lifting.tell({ accountId, matterId, sanctionId, reason }, 'lifted', words);
      await this.record.write(viewer, matter, 'lift', { reason, toldId: accountId });
    });
  }

  private locked({ reportedId: accountId, personaId }: Matter, id: string) {
    if (personaId || !isId(id)) return null;
    const where = { id, accountId, kind: 'separation', liftedAt: IsNull() } as const;
    return this.db.repo(Sanction).findOne({ where, lock: { mode: 'pessimistic_write' } });
  }
}
