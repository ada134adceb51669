import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';

/** The other person in a conversation, as the viewer sees them. */
export interface ConversationPartner {
  /** The profile id, or null if the viewer may not see that profile. */
  readonly id: string | null;
  readonly name: string;
}

/** Any row with the name of its author. */
interface Signed {
  readonly authorId: string | null;
  readonly authorName: string;
}

const NOBODY: ConversationPartner = { id: null, name: '' };

/** Includes archived conversations, because their list shows the name of the other person as well. */
const allOf = ({ pastAlliances: { kept, putAway } }: Viewer) => [...kept, ...putAway];

/**
 * Shows the other person of an ended conversation only as far as the viewer may see their profile now: in the title and
 * as the author of messages.
 */
@Injectable()
export class FormerAlliesService {
  private readonly loaders = new PerViewerCache<DataLoader<string, ConversationPartner | null>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /** Returns null if the conversation has not ended, or the channel is no conversation. Batched. */
  async in(viewer: Viewer, channelId: string): Promise<ConversationPartner | null> {
    if (allOf(viewer).length === 0) return null;
    const make = () => new DataLoader((ids: readonly string[]) => this.find(viewer, ids));
    return this.loaders.of(viewer, make).load(channelId);
  }

  /** Replaces the author ids and names in an ended conversation by those that the viewer may see now. */
  async signed<M extends Signed>(viewer: Viewer, channelId: string, said: M[]): Promise<M[]> {
    const other = await this.in(viewer, channelId);
    if (!other) return said;
    const meId = await this.profileOf(viewer);
    const sign = { authorId: other.id, authorName: other.name };
    return said.map((one) => (one.authorId === meId ? one : { ...one, ...sign }));
  }

  private async profileOf({ accountId }: Viewer): Promise<string | undefined> {
    const text = 'select id from profile where account_id = $1';
    return (await this.db.named<{ id: string }>('own-profile-id', text, [accountId]))[0]?.id;
  }

  private async find(viewer: Viewer, channelIds: readonly string[]) {
    const values: unknown[] = [viewer.accountId, allOf(viewer), channelIds];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const mayRead = this.access.condition(viewer, 'read', 'Profile', { alias: 'p', bind });
    const text = `
      select y.channel_id, p.id, f.text as name from past_conversation y
        left join profile p on p.account_id = y.other_id and ${mayRead}
        left join profile_field f on f.account_id = p.account_id and f.kind = 'name'
      where y.account_id = $1 and y.alliance_id = any($2) and y.channel_id = any($3)`;
    const rows = await this.db.query<{ channel_id: string } & ConversationPartner>(text, values);
    const byId = new Map(
      rows.map(({ channel_id, id, name }) => [channel_id, id ? { id, name } : NOBODY]),
    );
    return channelIds.map((id) => byId.get(id) ?? null);
  }
}
