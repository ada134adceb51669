import type { MessageShown } from './message.entity.js';

export interface ShownRow {
  id: string;
  channel_id: string;
  seq: number;
  version: number;
  author_id: string | null;
  author_name: string;
  body: string;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  own_key: string | null;
}

/** Columns of the view `message_shown` under an alias; `me` is the placeholder of the viewer's account id. */
export const shownColumns = (alias: string, me: string): string =>
  [
    'id',
    'channel_id',
    'seq',
    'version',
    'author_id',
    'author_name',
    'body',
    'created_at',
    'edited_at',
    'deleted_at',
  ]
    .map((column) => `${alias}.${column}`)
    .concat(`case when ${alias}.account_id = ${me} then ${alias}.client_key end as own_key`)
    .join(', ');

export const toShown = (row: ShownRow): MessageShown => ({
  id: row.id,
  channelId: row.channel_id,
  seq: row.seq,
  version: row.version,
  authorId: row.author_id,
  authorName: row.author_name,
  body: row.body,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  isDeleted: row.deleted_at !== null,
  clientId: row.own_key,
});

/** The same for everybody who hears it: without what only its author's clients may know. */
export const toFrame = ({
  clientId: _own,
  ...frame
}: MessageShown): Omit<MessageShown, 'clientId'> => frame;
