import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { REMOVED_DATA_KINDS } from '#cleaning/cleaned-file.js';
import { Row } from '#database/row.js';

export enum AttachmentKind {
  image = 'image',
  voice = 'voice',
  document = 'document',
}
registerEnumType(AttachmentKind, { name: 'AttachmentKind' });

export enum AttachmentState {
  uploading = 'uploading',
  checking = 'checking',
  ready = 'ready',
  refused = 'refused',
}
registerEnumType(AttachmentState, {
  name: 'AttachmentState',
  description: 'Coming in, being made safe, ready to be sent or sent, or not taken.',
});

/** Kinds of data that were removed from a file. */
export const RemovedTrait = Object.fromEntries(REMOVED_DATA_KINDS.map((word) => [word, word]));
registerEnumType(RemovedTrait, { name: 'RemovedTrait' });

/** A file that was sent with a message, or that is not yet sent. */
@Entity()
export class Attachment extends Row {
  /** Null after the account was deleted; only in a thread of a case, where messages stay under a name of the case. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** The thread of a case for which the file was uploaded; null elsewhere. */
  @Column('uuid', { nullable: true })
  channelId!: string | null;

  /** In a thread a box with the `AttachmentDetails`, whose columns are then empty. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** Null until the file is sent with a message. */
  @Column('uuid', { nullable: true })
  messageId!: string | null;

  /** The account that wrote the description, if not the author. */
  @Column('uuid', { nullable: true })
  describedById!: string | null;

  @Column('text')
  state!: AttachmentState;

  /** The message key of the reason for the refusal. */
  @Column('text', { nullable: true })
  refusal!: string | null;

  /** The name that the sender declared, until the file is checked. The same applies to `type`. */
  @Column('text')
  kind!: AttachmentKind;

  @Column('text')
  name!: string;

  @Column('text')
  type!: string;

  @Column('int')
  bytes!: number;

  /** Declared size of the upload in bytes; `bytes` is the size of the stored file. */
  @Column('int', { nullable: true })
  length!: number | null;

  /** How often sanitising was started. */
  @Column('int')
  tries!: number;

  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  @Column('real', { nullable: true })
  seconds!: number | null;

  @Column('text')
  text!: string;

  @Column('text', { array: true })
  removed!: string[];

  /** The random name of the stored file. */
  @Column('text', { nullable: true })
  file!: string | null;

  /** The file's position among the files of the message. */
  @Column('int')
  place!: number;
}

/** The public data of a file, in answers and broadcasts. */
@ObjectType('Attachment')
export class AttachmentView {
  /** The id of the attachment, which is also the id of its upload. */
  @Field(() => ID)
  id!: string;

  @Field(() => AttachmentState)
  state!: AttachmentState;

  @Field(() => String, { nullable: true, description: 'The key of why it was not taken.' })
  refusal!: string | null;

  @Field(() => AttachmentKind)
  kind!: AttachmentKind;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  type!: string;

  @Field(() => Int)
  bytes!: number;

  @Field(() => Int, { nullable: true })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field(() => Float, { nullable: true })
  seconds!: number | null;

  @Field(() => String, { description: 'Words beside it: what a voice note says, for instance.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether its author wrote them; else a reader did.' })
  isTextByAuthor!: boolean;

  @Field(() => [RemovedTrait])
  removed!: string[];
}

/** The data of a file that is sealed in a thread of a case. */
export type AttachmentDetails = Pick<
  AttachmentView,
  'name' | 'type' | 'width' | 'height' | 'seconds' | 'text' | 'removed'
>;

/** The details of a file that was not checked yet, and the columns of one whose details are sealed. */
export const NO_DETAILS: AttachmentDetails = {
  ...{ name: '', type: '', width: null, height: null, seconds: null, text: '', removed: [] },
};

/** The data of a file of a thread as JSON, with the box in base64. */
export type SealedAttachment = Pick<
  AttachmentView,
  'id' | 'state' | 'refusal' | 'kind' | 'bytes'
> & { readonly sealed: string };

/** The data of a file as messages store it. */
export type StoredAttachment = AttachmentView | SealedAttachment;

/** SQL of the public data of a file; `it` is the alias of its row. The message stores this data as JSON. */
export const attachmentJsonSql = (
  it: string,
): string => `case when ${it}.sealed is not null then jsonb_build_object(
  'id', ${it}.id, 'state', ${it}.state, 'refusal', ${it}.refusal, 'kind', ${it}.kind, 'bytes', ${it}.bytes,
  'sealed', translate(encode(${it}.sealed, 'base64'), E'\\n', '')) else jsonb_build_object(
  'id', ${it}.id, 'state', ${it}.state, 'refusal', ${it}.refusal, 'kind', ${it}.kind, 'name', ${it}.name,
  'type', ${it}.type, 'bytes', ${it}.bytes, 'width', ${it}.width, 'height', ${it}.height, 'seconds', ${it}.seconds,
  'text', ${it}.text, 'isTextByAuthor', ${it}.described_by_id is null, 'removed', to_jsonb(${it}.removed)) end`;

/** SQL of all files of a message, for its column `attachments`; null without files. */
export const messageAttachmentsSql = (messageId: string): string =>
  `(select jsonb_agg(${attachmentJsonSql('f')} order by f.place) from attachment f where f.message_id = ${messageId})`;
