import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import type { ReportedFileMetadata } from './reported-file-metadata.view.js';
import { ReportableContentType } from './reportable-content-registry.js';

export enum ReportReason {
  harassment = 'harassment',
  threat = 'threat',
  hate = 'hate',
  exposure = 'exposure',
  impersonation = 'impersonation',
  spam = 'spam',
  other = 'other',
}
registerEnumType(ReportReason, { name: 'ReportReason' });

export enum ReportStage {
  open = 'open',
  closed = 'closed',
}
registerEnumType(ReportStage, { name: 'ReportStage' });

export const ReportAction = createActionEnum('Report');

/** A member's report of something they can see. The reported member never learns of it or of its author. */
@Entity()
@ObjectType()
export class Report extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  reporterId!: string;

  @Column('uuid')
  matterId!: string;

  @Field(() => ReportableContentType)
  @Column('text')
  subjectName!: ReportableContentType;

  /**
   * The id of the reported row, or of the picture that it showed. Together with `subjectName` it loads the row through
   * access.
   */
  @Column('uuid')
  subjectKey!: string;

  @Field(() => ReportReason)
  @Column('text')
  reason!: ReportReason;

  /** The reporter's explanation. */
  @SealedColumn()
  note!: string;

  /** The reported text as it was at the time of the report; a later edit does not change it. */
  @SealedColumn()
  forwarded!: string;

  /** The reported picture, WebP in base64. Only the file view selects it, since lists read many rows. */
  @SealedColumn({ nullable: true })
  picture!: string | null;

  /** The files of a reported message; null for anything else and for a message without files. */
  @SealedColumn({ nullable: true })
  files!: readonly ReportedFileMetadata[] | null;

  /** The surrounding messages. */
  @SealedColumn()
  context!: string;

  /** The name under which the reporter knows the reported member. */
  @SealedColumn()
  knownAs!: string;

  /**
   * Accounts of all authors of the forwarded texts, personas included, and of the other people of a case. They are recused
   * (R3) and never disclosed.
   */
  @Column('uuid', { array: true, default: '{}' })
  namedIds!: string[];

  @Field(() => ReportStage)
  @Column('text', { default: ReportStage.open })
  stage!: ReportStage;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
