import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { AlliancesService } from './alliances.service.js';
import { Block } from './block.entity.js';
import { MemberBlocked, MemberUnblocked } from './members.events.js';

@Injectable()
export class BlocksService {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly alliances: AlliancesService,
  ) {}

  /** Hides two members from each other; an alliance between them ends. A repeat changes nothing. Inside write(). */
  async block(blockerId: string, blockedId: string): Promise<void> {
    const added = await this.db.query(
      `insert into block (blocker_id, blocked_id) values ($1, $2) on conflict do nothing returning id`,
      [blockerId, blockedId],
    );
    if (added.length === 0) return;
    const alliance = await this.alliances.between(blockerId, blockedId);
    if (alliance) await this.alliances.end(alliance);
    await this.events.record(MemberBlocked, { blockerId, blockedId });
  }

  /** Takes a block back; an alliance that ended with it does not return. Inside write(). */
  async unblock(blockerId: string, blockedId: string): Promise<void> {
    const { affected } = await this.db.repo(Block).delete({ blockerId, blockedId });
    if (affected) await this.events.record(MemberUnblocked, { blockerId, blockedId });
  }

  /** Account ids that this account blocked, newest first. */
  async blockedBy(blockerId: string): Promise<string[]> {
    const rows = await this.db
      .repo(Block)
      .find({ where: { blockerId }, order: { createdAt: 'DESC' } });
    return rows.map((row) => row.blockedId);
  }
}
