import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
import { Live } from './live.js';
import type { MessageShown } from './message.entity.js';
import { shownColumns, type ShownRow, toShown } from './shown.js';

export interface NewMessage {
  readonly channelId: string;
  /** Made by the client once for this message, so that it may be sent again and again. */
  readonly clientId: string;
  readonly body: string;
}

/**
 * Sends a message in one statement, the hottest write there is: the rule, the membership, the channel's next number and
 * the row. It is its own transaction, so when it answers the message is committed.
 */
@Injectable()
export class PostMessage {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** Exactly once for (account, clientId): a repeat gives the message that is there. */
  async post(viewer: Viewer, message: NewMessage): Promise<MessageShown> {
    if (!isId(message.channelId)) throw new NotFound();
    const row = await this.insert(viewer, message).catch(async (error: unknown) => {
      if (!isDuplicate(error)) throw error;
      return { again: await this.sentBefore(viewer, message) };
    });
    if (row && 'again' in row) return row.again;
    if (!row) throw await this.refusal(viewer, message.channelId);
    const shown = toShown(row);
    this.live.tell(shown);
    return shown;
  }

  private async insert(viewer: Viewer, message: NewMessage): Promise<ShownRow | undefined> {
    const { accountId } = viewer;
    const values: unknown[] = [
      message.channelId,
      accountId,
      message.clientId,
      message.body,
      this.clock.now(),
    ];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const mayPost = this.access.condition(viewer, 'post', 'Channel', { alias: 'it', bind });
    const text = `
      with seat as (
        select it.id as channel_id, s.id as membership_id, it.alliance_id is not null as is_conversation
        from channel it left join membership s
          on s.group_id = it.group_id and s.account_id = $2 and s.ended_at is null
        where it.id = $1 and ${mayPost}
      ), place as (
        update channel c set last_version = c.last_version + 1, last_message_at = $5 from seat
        where c.id = seat.channel_id and (seat.is_conversation or seat.membership_id is not null)
        returning c.id, c.last_version as number, seat.membership_id
      ), added as (
        insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, created_at)
        select id, number, number, $2, membership_id, $3, $4, $5 from place returning *
      )
      select a.id, a.channel_id, a.seq, a.version, a.body, a.created_at, a.edited_at, a.deleted_at,
        a.client_key as own_key, coalesce(a.membership_id, p.id) as author_id,
        coalesce(s.persona_name, f.text, '') as author_name
      from added a
        left join membership s on s.id = a.membership_id
        left join profile_field f on f.account_id = a.account_id and f.kind = 'name'
        left join profile p on a.membership_id is null and p.account_id = a.account_id`;
    return (await this.db.preparedWrite<ShownRow>(text, values))[0];
  }

  /** The message that this client id made before; in another channel it is a mistake of the client. */
  private async sentBefore(
    viewer: Viewer,
    { channelId, clientId }: NewMessage,
  ): Promise<MessageShown> {
    const text = `select ${shownColumns('s', '$1')} from message_shown s
      where s.account_id = $1 and s.client_key = $2`;
    const [row] = await this.db.named<ShownRow>('message-sent-before', text, [
      viewer.accountId,
      clientId,
    ]);
    if (!row || row.channel_id !== channelId) throw new Conflict('message.clientIdUsed');
    await this.access.load(Channel, channelId, viewer, 'read');
    return toShown(row);
  }

  /** Why nothing was written: the channel is not there for this viewer, or it is and cannot be written to. */
  private async refusal(viewer: Viewer, channelId: string): Promise<Error> {
    await this.access.load(Channel, channelId, viewer, 'post');
    return new NotFound(); // the membership ended while the message was under way
  }
}
