import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Group } from '#groups/group.entity.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { GroupKind } from '#members/membership.entity.js';
import type { ActionOf } from '#policy/policy-actions.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant } from './participants/participant.entity.js';

/** Loads coalitions for a change. */
@Injectable()
export class LockedCoalitions {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
  ) {}

  /** Locks the coalition and loads it with the viewer's current rights. Throws NotFound for a group of another kind. */
  async lock(
    viewer: Viewer,
    id: string,
    action: ActionOf<'Group'>,
  ): Promise<{ readonly coalition: Group; readonly now: Viewer }> {
    this.db.assertWriting();
    if (!isId(id)) throw new NotFound();
    const now = await this.groupLock.acquireAs(viewer, id);
    const coalition = await this.access.load(Group, id, now, action);
    if (coalition.kind !== GroupKind.coalition) throw new NotFound();
    return { coalition, now };
  }

  /** Whether one participant holds the coalition alone. */
  async hasOneParticipant(coalitionId: string): Promise<boolean> {
    return (await this.db.repo(Participant).countBy({ coalitionId, endedAt: IsNull() })) === 1;
  }
}
