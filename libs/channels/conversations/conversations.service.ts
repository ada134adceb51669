import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { FormerAlliesService, type ConversationPartner } from './former-allies.service.js';
import { ReadingPositionsService } from '../inbox/reading-positions.service.js';

/** Conversations between two allies. */
@Injectable()
export class ConversationsService {
  private readonly loaders = new PerViewerCache<DataLoader<string, string | null>>();

  constructor(
    private readonly access: AccessService,
    private readonly reading: ReadingPositionsService,
    private readonly former: FormerAlliesService,
  ) {}

  /** Whether one of the two allies ended the alliance. Both can still read the conversation. */
  isEnded({ pastAlliances }: Viewer, allianceId: string | null): boolean {
    return allianceId !== null && pastAlliances.kept.includes(allianceId);
  }

  /** Returns the other person of a conversation; in a channel of a group, id null and an empty name. */
  async otherIn(viewer: Viewer, channel: Permitted<Channel>): Promise<ConversationPartner> {
    const former = await this.former.in(viewer, channel.id);
    if (former) return former;
    const { allyId, allyName } = await this.reading.of(viewer, channel);
    return { id: allyId, name: allyName ?? '' };
  }

  /**
   * Returns the id of the conversation with a person, given their profile id, or null if they are not an ally. Batched.
   */
  withPerson(viewer: Viewer, personId: string): Promise<string | null> {
    const make = () => new DataLoader((ids: readonly string[]) => this.find(viewer, ids));
    return this.loaders.of(viewer, make).load(personId);
  }

  private async find(viewer: Viewer, personIds: readonly string[]) {
    const rows = await this.access
      .list(Channel, viewer)
      .select('it.id', 'id')
      .addSelect('p.id', 'person_id')
      .innerJoin('ally', 'y', 'y.alliance_id = it.alliance_id and y.account_id = :me', {
        me: viewer.accountId,
      })
      .innerJoin('profile', 'p', 'p.account_id = y.other_id and p.id = any(:personIds)', {
        personIds,
      })
      .getRawMany<{ id: string; person_id: string }>();
    const byPerson = new Map(rows.map((row) => [row.person_id, row.id]));
    return personIds.map((id) => byPerson.get(id) ?? null);
  }
}
