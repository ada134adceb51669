import { Injectable } from '@nestjs/common';
import { Brackets, LessThan, MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Approver } from '#policy/facts/member-facts.js';
import type { Viewer } from '#policy/viewer.js';
import { TwoPersonAct, TwoPersonState } from './two-person-act.entity.js';
import { TwoPersonActKinds } from './two-person-act-kinds.js';
import { TwoPersonParties } from './two-person-parties.js';

const MAX_SHOWN = 50;

type DutyOfApprover = Exclude<Approver, 'steward' | 'coalitionSteward' | 'ally'>;

/** Reads two-person acts that the viewer may see. */
@Injectable()
export class TwoPersonActReader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly kinds: TwoPersonActKinds,
    private readonly parties: TwoPersonParties,
  ) {}

  /**
   * Returns acts that wait for the viewer, and acts that the viewer requested or decided: waiting ones first, then
   * newest first, 50 at most.
   */
  list(viewer: Viewer): Promise<TwoPersonAct[]> {
    const mine = new Brackets((where) =>
      where.where('it.state = :waiting').orWhere(':me in (it.requested_by_id, it.decided_by_id)'),
    );
    return this.access
      .list(TwoPersonAct, viewer)
      .andWhere(mine, { waiting: TwoPersonState.waiting, me: viewer.accountId })
      .orderBy(`it.state = 'waiting'`, 'DESC')
      .addOrderBy('it.asked_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }

  one(viewer: Viewer, id: string): Promise<TwoPersonAct> {
    return this.access.load(TwoPersonAct, id, viewer, 'read');
  }

  /** Returns an act without a policy check, for event handlers. Null if the row was deleted. */
  find(id: string): Promise<TwoPersonAct | null> {
    return this.db.repo(TwoPersonAct).findOneBy({ id });
  }

  /** Returns the id of the waiting act of this kind and key; null if there is none that the viewer may see. */
  async waiting(viewer: Viewer, kind: string, subjectKey: string): Promise<string | null> {
    const state = TwoPersonState.waiting;
    const where = { kind, subjectKey, state, expiresAt: MoreThan(this.clock.now()) };
    const act = await this.db.repo(TwoPersonAct).findOne({ where, select: { id: true } });
    return act && (await this.access.may('TwoPersonAct', act.id, viewer, 'read')) ? act.id : null;
  }

  countWaiting(viewer: Viewer): Promise<number> {
    return this.access.list(TwoPersonAct, viewer, 'approve').getCount();
  }

  shown(viewer: Viewer, act: TwoPersonAct) {
    return this.kinds.of(act.kind).shown(act, viewer);
  }

  /** Returns the current state: an act counts as expired as soon as its day is over, before the job records it. */
  stateOf({ state, expiresAt }: TwoPersonAct): TwoPersonAct['state'] {
    const isOver = state === TwoPersonState.waiting && expiresAt <= this.clock.now();
    return isOver ? TwoPersonState.expired : state;
  }

  /**
   * Returns the duty that is needed for approval but that no eligible account holds. Null if an account can approve, or
   * if the act no longer waits.
   */
  async missingDuty(act: TwoPersonAct): Promise<DutyOfApprover | null> {
    if (this.stateOf(act) !== TwoPersonState.waiting) return null;
    if ((await this.parties.approversOf(act)).length > 0) return null;
    // Only the other ally, or another coalition steward, can approve, so a duty cannot be missing.
    if (act.approver === 'ally' || act.approver === 'coalitionSteward') return null;
    return act.approver === 'steward' ? 'moderate' : act.approver;
  }

  /** Sets the account that an act is about, if that account is created only by executing the act. */
  async setAbout(act: TwoPersonAct, aboutId: string): Promise<void> {
    this.db.assertWriting();
    act.aboutId = aboutId;
    await this.db.repo(TwoPersonAct).update(act.id, { aboutId });
  }

  /** Returns the acts that an account requested, for its data export. */
  askedBy(requestedById: string): Promise<TwoPersonAct[]> {
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    return this.db.repo(TwoPersonAct).find({ where: { requestedById }, order });
  }

  /** Deletes acts decided before this date and returns their number. Only the audit log still shows them. */
  async forgetDecided(before: Date): Promise<number> {
    const { affected } = await this.db.repo(TwoPersonAct).delete({ decidedAt: LessThan(before) });
    return affected ?? 0;
  }
}
