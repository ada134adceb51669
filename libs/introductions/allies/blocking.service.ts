import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { Alliance } from '#members/relationships/alliance.entity.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Block } from '#members/relationships/block.entity.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import type { Viewer } from '#policy/viewer.js';
import { DailyProfileViewsService } from '#profiles/persons/daily-profile-views.service.js';
import { Profile } from '#profiles/profile.entity.js';
import {
  ContentAuthorRegistryService,
  BlockableContentType,
} from '../content-author-registry.service.js';

const MAX_SHOWN = 500;

/** Blocks and unblocks members and ends alliances. The other member is not notified. */
@Injectable()
export class BlockingService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly blocks: BlocksService,
    private readonly alliances: AlliancesService,
    private readonly authors: ContentAuthorRegistryService,
    private readonly views: DailyProfileViewsService,
  ) {}

  /**
   * Blocks the author of something that the viewer can see; for a persona or a former member, only in that group, because
   * a block of the account would tell who it is. Blocking a profile counts towards the views of the day, because the list
   * of blocked members contains its name.
   */
  async block(viewer: Viewer, subject: BlockableContentType, id: string): Promise<Block> {
    if (subject === BlockableContentType.Profile) await this.open(viewer, id);
    return this.db.write(async () => {
      const row = await this.access.loadNamed(subject, id, viewer, 'block');
      const { accountId, knownAs, ...author } = await this.authors.of(subject, row, viewer);
      const membershipId = author.personaId ?? author.formerMembershipId;
      if (membershipId) return this.blocks.blockPersona(viewer.accountId, membershipId, knownAs);
      if (!accountId) throw new Conflict('account.gone');
      return this.blocks.block(viewer.accountId, accountId, knownAs);
    });
  }

  private open(viewer: Viewer, id: string): Promise<unknown> {
    const find = () => this.access.loadNamed(BlockableContentType.Profile, id, viewer, 'block');
    return this.views.open(viewer, id, find);
  }

  unblock(viewer: Viewer, blockId: string): Promise<boolean> {
    return this.db.write(async () => {
      await this.blocks.unblock(await this.access.load(Block, blockId, viewer, 'lift'));
      return true;
    });
  }

  /** The viewer's blocks, newest first. */
  list(viewer: Viewer): Promise<Block[]> {
    return this.access
      .list(Block, viewer)
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(MAX_SHOWN)
      .getMany();
  }

  /** Ends the alliance with this member, which closes contact fields and the conversation for both. */
  endAlliance(viewer: Viewer, personId: string): Promise<boolean> {
    return this.db.write(async () => {
      const { accountId } = await this.access.load(Profile, personId, viewer, 'read');
      const there = await this.alliances.between(viewer.accountId, accountId);
      if (!there) throw new NotFound();
      await this.alliances.end(await this.access.load(Alliance, there.id, viewer, 'end'));
      return true;
    });
  }
}
