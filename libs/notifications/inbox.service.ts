import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { InboxEntriesService } from '#channels/inbox/inbox-entries.service.js';
import { Message } from '#channels/messages/message.entity.js';
import { MessagesService } from '#channels/messages/messages.service.js';
import { JoinRequest } from '#groups/joining/join-request.entity.js';
import { GroupInvitation } from '#groups/joining/group-invitation.entity.js';
import { Introduction } from '#introductions/introduction.entity.js';
import { Suggestion } from '#introductions/suggestions/suggestion.entity.js';
import { Clock } from '#kernel/clock.js';
import { decodeTimeCursor, effectivePageSize, toPage } from '#kernel/pagination.js';
import { OrganisationInvitation } from '#organisations/organisation-invitation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { GroupInboxItemsService } from './group-inbox-items.service.js';
import { type InboxItem, InboxKind, type InboxPage } from './inbox-item.view.js';

const MOST_COUNTED = 100;

type Rows<T extends ObjectLiteral> = SelectQueryBuilder<T>;
interface Entry {
  id: string;
  kind: InboxKind.mention | InboxKind.reply;
  noticed_at: Date;
  read_at: Date | null;
}

/**
 * The inbox: one list of everything addressed to the viewer. Items that have tables of their own are read from those
 * tables, not copied.
 */
@Injectable()
export class InboxService {
  constructor(
    private readonly access: AccessService,
    private readonly entries: InboxEntriesService,
    private readonly messages: MessagesService,
    private readonly clock: Clock,
    private readonly realtime: RealtimeService,
    private readonly groupNews: GroupInboxItemsService,
  ) {}

  async page(viewer: Viewer, after?: string | null): Promise<InboxPage> {
    const size = effectivePageSize(null);
    const edge = after ? decodeTimeCursor(after) : null;
    const parts = await Promise.all([
      this.spoken(viewer, edge, size),
      this.waiting(viewer, edge, size),
      this.ofGroups(viewer, edge),
    ]);
    const newest = parts.flat().toSorted(newestFirst);
    return toPage(newest, size, ({ at, id }) => [at.toISOString(), id]);
  }

  /** The number of unread mentions and replies, at most 100. */
  async unreadCount(viewer: Viewer): Promise<number> {
    const unread = this.entries.list(viewer).andWhere('e.read_at is null');
    const rows = await unread.select('it.id', 'id').limit(MOST_COUNTED).getRawMany();
    return rows.length;
  }

  /** The time of the oldest unread entry after `after`. */
  async unreadSince(viewer: Viewer, after: Date): Promise<Date | undefined> {
    const unread = this.entries.list(viewer).andWhere('e.read_at is null');
    const rows = unread
      .andWhere('e.noticed_at > :after', { after })
      .select('min(e.noticed_at)', 'at');
    return (await rows.getRawOne<{ at: Date | null }>())?.at ?? undefined;
  }

  /** Marks everything as read and notifies the viewer's other pages. Returns the number of unread entries. */
  async readAll(viewer: Viewer): Promise<number> {
    return this.left(viewer, await this.entries.readAll(viewer), viewer.accountId);
  }

  /** Marks the same entries as unread again. A second call, also from another tab, changes nothing. */
  async undoReadAll(viewer: Viewer): Promise<number> {
    return this.left(viewer, await this.entries.undoReadAll(viewer), viewer.accountId);
  }

  async readOne(viewer: Viewer, messageId: string): Promise<number> {
    const { id } = await this.access.load(Message, messageId, viewer, 'read');
    return this.left(viewer, await this.entries.read(viewer, { messageId: id }), id);
  }

  private left(viewer: Viewer, isChange: boolean, id: string): Promise<number> {
    if (isChange) this.realtime.tell([viewer.accountId], { subject: 'inbox', id });
    return this.unreadCount(viewer);
  }

  private async spoken(viewer: Viewer, edge: Edge, size: number): Promise<InboxItem[]> {
    const query = this.entries
      .list(viewer)
      .select('it.id', 'id')
      .addSelect('e.kind', 'kind')
      .addSelect('e.noticed_at', 'noticed_at')
      .addSelect('e.read_at', 'read_at')
      .orderBy('e.noticed_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .limit(size + 1);
    const found = await behind(query, 'e.noticed_at', edge).getRawMany<Entry>();
    const shown = await this.messages.shownTo(
      viewer,
      found.map(({ id }) => id),
    );
    return found.flatMap(({ id, kind, noticed_at: at, read_at: readAt }) => {
      const message = shown.get(id);
      return message ? [{ id, kind, at, isUnread: readAt === null, message }] : [];
    });
  }

  /** Requests that the viewer may answer. */
  private async waiting(viewer: Viewer, edge: Edge, size: number): Promise<InboxItem[]> {
    const now = this.clock.now();
    const open = <T extends ObjectLiteral>(query: Rows<T>) =>
      query.andWhere('it.expires_at > :now', { now });
    const read = <T extends ObjectLiteral>(query: Rows<T>) =>
      behind(query, 'it.created_at', edge)
        .orderBy('it.created_at', 'DESC')
        .addOrderBy('it.id', 'DESC')
        .limit(size + 1)
        .getMany();
    const { access } = this;
    const [asked, passed, suggested, requests, toGroups, toOrganisations] = await Promise.all([
      read(open(access.list(Introduction, viewer, 'accept'))),
      read(open(access.list(Introduction, viewer, 'pass'))),
      read(access.list(Suggestion, viewer, 'agree')),
      read(access.list(JoinRequest, viewer, 'decide')),
      read(access.list(GroupInvitation, viewer, 'accept')),
      read(access.list(OrganisationInvitation, viewer, 'accept')),
    ]);
    const item = (kind: InboxKind) => (row: Row) => ({
      ...{ id: row.id, kind, at: row.createdAt, isUnread: false },
      [kind]: row,
    });
    return [
      ...[...asked, ...passed].map(item(InboxKind.introduction)),
      ...suggested.map(item(InboxKind.suggestion)),
      ...requests.map(item(InboxKind.joinRequest)),
      ...toGroups.map(item(InboxKind.groupInvitation)),
      ...toOrganisations.map(item(InboxKind.organisationInvitation)),
    ];
  }

  /** Loads all items about groups, since there are only a few per group. */
  private async ofGroups(viewer: Viewer, edge: Edge): Promise<InboxItem[]> {
    const items = await this.groupNews.items(viewer);
    return items.filter((item) => !edge || isBehind(item, edge));
  }
}

type Edge = readonly [at: Date, id: string] | null;
interface Row {
  readonly id: string;
  readonly createdAt: Date;
}

function behind<T extends ObjectLiteral>(query: Rows<T>, at: string, edge: Edge): Rows<T> {
  if (!edge) return query;
  // A cursor has millisecond precision, but the rows have microseconds.
  const key = `(date_trunc('milliseconds', ${at}), it.id)`;
  return query.andWhere(`${key} < (:edgeAt, :edgeId)`, { edgeAt: edge[0], edgeId: edge[1] });
}

const isBehind = ({ at, id }: InboxItem, [edgeAt, edgeId]: NonNullable<Edge>) =>
  at < edgeAt || (at.getTime() === edgeAt.getTime() && id < edgeId);

const newestFirst = (one: InboxItem, other: InboxItem): number =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);
