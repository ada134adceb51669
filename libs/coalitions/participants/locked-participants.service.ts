import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { ActionOf } from '#policy/policy-actions.js';
import type { Viewer } from '#policy/viewer.js';
import { ParticipantsChanged } from '../coalitions.events.js';
import { Participant } from './participant.entity.js';

/** Runs changes of the participants of one coalition one after the other. */
@Injectable()
export class LockedParticipantsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
    private readonly events: EventsService,
  ) {}

  /** Locks the coalition and loads the participant with the viewer's current rights. */
  async lock(
    viewer: Viewer,
    id: string,
    action: ActionOf<'Participant'>,
  ): Promise<{ readonly participant: Participant; readonly now: Viewer }> {
    this.db.assertWriting();
    // Read without a lock, only to learn the coalition: its row must be locked first, to prevent deadlocks.
    const seen = isId(id) ? await this.access.loader(Participant, viewer).load(id) : null;
    if (!seen) throw new NotFound();
    const now = await this.groupLock.acquireAs(viewer, seen.coalitionId);
    return { participant: await this.access.load(Participant, id, now, action), now };
  }

  /** Like `lock`, for the party of a participant whose id may have changed. */
  async lockParty(
    viewer: Viewer,
    partyKey: string,
    action: ActionOf<'Participant'>,
  ): Promise<{ readonly participant: Participant; readonly now: Viewer }> {
    this.db.assertWriting();
    const participants = this.db.repo(Participant);
    const seen = await participants.findOneBy({ partyKey });
    const now = seen && (await this.groupLock.acquireAs(viewer, seen.coalitionId));
    const current = await participants.findOneBy({ partyKey });
    if (!now || !current) throw new NotFound();
    return { participant: await this.access.load(Participant, current.id, now, action), now };
  }

  /**
   * Locks the coalition, loads the participant with the viewer's current rights, runs the change and notifies the
   * coalition.
   */
  change<T>(
    viewer: Viewer,
    id: string,
    action: ActionOf<'Participant'>,
    work: (participant: Participant, viewer: Viewer) => Promise<T>,
  ): Promise<T> {
    return this.db.write(async () => {
      const { participant, now } = await this.lock(viewer, id, action);
      const result = await work(participant, now);
      await this.events.record(ParticipantsChanged, { coalitionId: participant.coalitionId });
      return result;
    });
  }
}
