import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import type { Viewer } from '#policy/viewer.js';
import { TwoPersonAct, TwoPersonState } from './two-person-act.entity.js';
import { twoPersonRequestHash } from './two-person-request-hash.js';
import { TwoPersonActKinds } from './two-person-act-kinds.js';
import { TwoPersonParties } from './two-person-parties.js';
import { TwoPersonActWriter } from './two-person-act-writer.js';

/** Approves, refuses or withdraws a waiting two-person act. */
@Injectable()
export class TwoPersonDecisions {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly kinds: TwoPersonActKinds,
    private readonly confirmations: PasswordConfirmationsService,
    private readonly parties: TwoPersonParties,
    private readonly records: TwoPersonActWriter,
  ) {}

  /**
   * Approves exactly the request that the approver read, and executes it in the same transaction. The approver is not
   * the requester and has just confirmed their password. Throws Conflict `twoPerson.changed` for another hash, and
   * `twoPerson.askerMayNot` if the requester lost the right to ask.
   */
  async approve(viewer: Viewer, id: string, hash: string): Promise<TwoPersonAct> {
    await this.confirmations.assertFresh(viewer);
    return this.db.write(async () => {
      const act = await this.access.load(TwoPersonAct, id, viewer, 'approve');
      if (twoPersonRequestHash(act) !== hash) throw new Conflict('twoPerson.changed');
      await this.parties.approving(viewer, act);
      await this.assertMayStillBeAsked(act);
      // The check locked the rows that the act changes. Read the approver's rights again, because they may have ended
      // while the check waited for locks.
      const approver = await this.parties.approving(viewer, act);
      await this.access.load(TwoPersonAct, id, approver, 'approve');
      await this.records.ended(
        approver,
        act,
        [TwoPersonState.approved, 'approve'],
        approver.accountId,
      );
      await this.kinds.of(act.kind).execute(act, approver);
      return act;
    });
  }

  refuse(viewer: Viewer, id: string): Promise<TwoPersonAct> {
    return this.db.write(async () => {
      const act = await this.access.load(TwoPersonAct, id, viewer, 'refuse');
      const refused = [TwoPersonState.refused, 'refuse'] as const;
      await this.records.ended(viewer, act, refused, viewer.accountId);
      return act;
    });
  }

  withdraw(viewer: Viewer, id: string): Promise<TwoPersonAct> {
    return this.db.write(async () => {
      const act = await this.access.load(TwoPersonAct, id, viewer, 'withdraw');
      await this.records.ended(viewer, act, [TwoPersonState.withdrawn, 'withdraw']);
      return act;
    });
  }

  /**
   * Throws a Conflict if the requester's account ended, is recused or lost the right to ask. Other errors of the check
   * are passed on.
   */
  private async assertMayStillBeAsked(act: TwoPersonAct): Promise<void> {
    const asker = await this.parties.asking(act);
    if (!asker) throw new Conflict('twoPerson.askerMayNot');
    try {
      await this.kinds.of(act.kind).check(asker, act);
    } catch (error) {
      const isNoRight = error instanceof Forbidden || error instanceof NotFound;
      throw isNoRight ? new Conflict('twoPerson.askerMayNot') : error;
    }
  }
}
