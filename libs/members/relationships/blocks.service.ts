import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { AlliancesService } from './alliances.service.js';
import { Block } from './block.entity.js';
import { MemberBlocked, MemberUnblocked } from '../members.events.js';

@Injectable()
export class BlocksService {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly alliances: AlliancesService,
  ) {}

  /**
   * Blocks a member and ends an alliance between the two. `knownAs` is the name in the blocker's own list. Does nothing
   * if the block exists.
   */
  async block(blockerId: string, blockedId: string, knownAs = ''): Promise<Block> {
    this.db.assertWriting();
    // Starting an alliance takes the same locks, so no alliance can outlive the block.
    await this.db.query('select 1 from account where id = any($1) order by id for no key update', [
      [blockerId, blockedId],
    ]);
    const blocks = this.db.repo(Block);
    const there = await blocks.findOneBy({ blockerId, blockedId });
    if (there) return there;
    const block = await blocks.save(blocks.create({ blockerId, blockedId, knownAs }));
    await this.alliances.closeBetween(blockerId, blockedId);
    await this.events.record(MemberBlocked, { blockerId, blockedId });
    return block;
  }

  /**
   * Blocks a persona, or a former member whose name is hidden, in its group only. If the block exists, it keeps its name,
   * and the answer has the given one: the earlier name could tell who a former member is.
   */
  async blockPersona(blockerId: string, membershipId: string, knownAs: string): Promise<Block> {
    this.db.assertWriting();
    const blocks = this.db.repo(Block);
    await blocks
      .createQueryBuilder()
      .insert()
      .values({ blockerId, membershipId, knownAs })
      .orIgnore()
      .execute();
    return { ...(await blocks.findOneByOrFail({ blockerId, membershipId })), knownAs };
  }

  /** Removes a block; an alliance that it ended does not return. */
  async unblock({ id, blockerId, blockedId }: Block): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db.repo(Block).delete(id);
    if (affected && blockedId) await this.events.record(MemberUnblocked, { blockerId, blockedId });
  }
}
