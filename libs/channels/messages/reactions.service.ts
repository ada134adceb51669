import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import { MessageChangesService } from './message-changes.service.js';
import { Message, type MessageView, type Reaction } from './message.entity.js';

/** Maximum number of different emojis per message. */
const MOST_KINDS = 20;
/** Maximum number of reactions listed with names; the counts include all. */
const NAMED = 200;

@ObjectType({ description: 'Who reacted, under the name that they have in this channel.' })
export class Reactor {
  @Field(() => String)
  emoji!: string;

  @Field(() => ID, { nullable: true })
  authorId!: string | null;

  @Field(() => String)
  authorName!: string;
}

/** SQL of the reaction counts of a message, for its column `reactions`; null if there are no reactions. */
export const reactionCountsSql = (messageId: string): string => `(
  select jsonb_agg(jsonb_build_object('emoji', k.emoji, 'count', k.count) order by k.first_at, k.emoji)
  from (select r.emoji, count(*)::int as count, min(r.created_at) as first_at from reaction r
    where r.message_id = ${messageId} group by r.emoji) k)`;

/** Adds, removes and lists reactions to messages. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly former: FormerAlliesService,
    private readonly changes: MessageChangesService,
  ) {}

  /**
   * Returns the reactions in the order in which they were added, without those of former members and of members whose
   * name the viewer may not see; the counts of the message include them.
   */
  async to(viewer: Viewer, messageId: string): Promise<Reactor[]> {
    const { id, channelId } = await this.access.load(Message, messageId, viewer, 'read');
    const values: unknown[] = [id];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const isNamed = this.access.condition(viewer, 'seeName', 'Membership', { alias: 's', bind });
    const rows = await this.db.query<Reactor>(
      `select r.emoji, coalesce(s.id, p.id) as "authorId", coalesce(s.persona_name, f.text, '') as "authorName"
       from reaction r join message it on it.id = r.message_id join channel c on c.id = it.channel_id
         left join membership s on s.id = r.membership_id
         left join profile p on c.group_id is null and p.account_id = r.account_id
         left join profile_field f on f.kind = 'name' and f.account_id = coalesce(s.account_id, p.account_id)
       where r.message_id = $1 and (s.id is null or s.ended_at is null and ${isNamed})
       order by r.created_at, r.account_id limit ${NAMED}`,
      values,
    );
    return this.former.signed(viewer, channelId, rows);
  }

  /** Adds or removes the viewer's reaction with one emoji. A repeated request changes nothing. */
  react(viewer: Viewer, id: string, emoji: string, isOn: boolean): Promise<MessageView> {
    return this.changes.change(viewer, id, 'react', async (message) => {
      const reactions = await this.set(viewer, message, emoji, isOn);
      return reactions && { reactions: reactions.length > 0 ? reactions : null };
    });
  }

  /** Returns the new counts, or null if they did not change. Call with the message locked. */
  private async set(
    { accountId }: Viewer,
    { id, channelId, reactions }: Message,
    emoji: string,
    isOn: boolean,
  ): Promise<Reaction[] | null> {
    const kinds = reactions ?? [];
    if (isOn && kinds.length >= MOST_KINDS && !kinds.some((one) => one.emoji === emoji))
      throw new Conflict('message.tooManyReactions');
    const changed = isOn
      ? await this.add(id, accountId, emoji, channelId)
      : await this.db.query(
          `with gone as (delete from reaction where message_id = $1 and account_id = $2 and emoji = $3 returning emoji)
           select emoji from gone`,
          [id, accountId, emoji],
        );
    return changed.length > 0 ? this.count(id) : null;
  }

  /**
   * Adds a reaction in the name of the account's current membership. Throws NotFound if the membership or alliance has
   * ended; otherwise the reaction would show the profile.
   */
  private async add(id: string, accountId: string, emoji: string, channelId: string) {
    const [seat] = await this.db.query<{ membership_id: string | null }>(
      `select m.id as membership_id from channel c left join membership m
         on m.group_id = c.group_id and m.account_id = $2 and m.ended_at is null
       where c.id = $1 and (m.id is not null or exists (
         select from alliance y where y.id = c.alliance_id and y.ended_at is null))`,
      [channelId, accountId],
    );
    if (!seat) throw new NotFound();
    return this.db.query(
      `insert into reaction (message_id, account_id, membership_id, emoji, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning emoji`,
      [id, accountId, seat.membership_id, emoji, this.clock.now()],
    );
  }

  async forget(messageId: string): Promise<void> {
    await this.db.query('delete from reaction where message_id = $1', [messageId]);
  }

  private async count(messageId: string): Promise<Reaction[]> {
    const [row] = await this.db.query<{ reactions: Reaction[] | null }>(
      `select ${reactionCountsSql('$1')} as reactions`,
      [messageId],
    );
    return row?.reactions ?? [];
  }
}
