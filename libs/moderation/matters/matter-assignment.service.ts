import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { FileAssignments, type FileAssignment } from '#realtime/file-assignments.js';
import { MatterAudit } from './matter-audit.js';
import { Matter, MatterStage } from './matter.entity.js';
import { MatterAssignmentChanged } from '../moderation.events.js';

const ASSIGNED = `select m.assignee_id, m.id from matter m
  where m.stage <> 'closed' and m.assignee_id is not null and (m.assignee_id = any($1) or exists (
    select 1 from matter_party p where p.matter_id = m.id and p.account_id = any($1)))`;

/** Assigns matters; each has at most one assignee. */
@Injectable()
export class MatterAssignmentService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly assignments: FileAssignments,
    private readonly record: MatterAudit,
  ) {}

  onModuleInit() {
    this.assignments.register({
      subject: 'Matter',
      news: 'matter',
      assigned: ASSIGNED,
      release: (lost) => this.unassignLost(lost),
    });
  }

  /** Assigns the matter to the viewer, or renews the assignment. Throws Conflict if another moderator has it. */
  claim(viewer: Viewer, id: string): Promise<Matter> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, id, viewer, 'claim');
      const isMine = matter.assigneeId === viewer.accountId;
      if (matter.assigneeId && !isMine) throw new Conflict('matter.claimed');
      await this.setAssignee(matter, viewer.accountId);
      if (!isMine) await this.record.write(viewer, matter, 'claim');
      return matter;
    });
  }

  /** Returns the matter to the queue. */
  release(viewer: Viewer, id: string): Promise<Matter> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, id, viewer, 'release');
      await this.leave(matter);
      await this.record.write(viewer, matter, 'release');
      return matter;
    });
  }

  /** Sets or clears the assignee and notifies the queue. */
  async setAssignee(matter: Matter, assigneeId: string | null): Promise<void> {
    this.db.assertWriting();
    const { open, inHand } = MatterStage;
    if (assigneeId !== null && matter.stage === open) matter.stage = inHand;
    if (assigneeId === null && matter.stage === inHand) matter.stage = open;
    matter.assigneeId = assigneeId;
    matter.assignedAt = assigneeId === null ? null : this.clock.now();
    await this.db.repo(Matter).save(matter);
    await this.events.record(MatterAssignmentChanged, { matterId: matter.id });
  }

  /** Clears the assignee, and ends the waiting stage. */
  leave(matter: Matter): Promise<void> {
    this.db.assertWriting();
    if (matter.stage === MatterStage.waiting) matter.stage = MatterStage.inHand;
    return this.setAssignee(matter, null);
  }

  /** Unassigns a matter from a moderator who may no longer open it. */
  private unassignLost({ id, accountId: assigneeId }: FileAssignment): Promise<void> {
    return this.db.write(async () => {
      const where = { id, assigneeId };
      const lock = { mode: 'pessimistic_write' } as const;
      const matter = await this.db.repo(Matter).findOne({ where, lock });
      if (matter) await this.leave(matter);
    });
  }
}
