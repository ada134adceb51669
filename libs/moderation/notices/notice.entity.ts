import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { ReportReason } from '../reports/report.entity.js';

export enum NoticeKind {
  talk = 'talk',
  warning = 'warning',
  contentRemoved = 'contentRemoved',
  suspension = 'suspension',
  separation = 'separation',
  removal = 'removal',
  /** An act was lifted. */
  lifted = 'lifted',
  /** An appeal was decided and the act remains in force. */
  upheld = 'upheld',
}
registerEnumType(NoticeKind, { name: 'NoticeKind' });

export const NoticeAction = createActionEnum('Notice');

/** Tells a member what moderation did and why. Never contains the reporter or the text of a report. */
@Entity()
@ObjectType()
export class Notice extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  @Column('uuid', { nullable: true })
  sanctionId!: string | null;

  @Field(() => NoticeKind)
  @Column('text')
  kind!: NoticeKind;

  /** The reason class; null for a talk. */
  @Field(() => ReportReason, { nullable: true })
  @Column('text', { nullable: true })
  reason!: ReportReason | null;

  /** The text; null after the retention period, while the other columns are stored longer. */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  words!: string | null;

  /** The names, at that time, of the groups that the member left through a separation. */
  @SealedColumn({ nullable: true })
  groupsLeft!: readonly string[] | null;

  /** When the notice becomes visible to its recipient. */
  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  shownFrom!: Date;

  /** When open pages were notified and the mail was sent. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  /** The recipient's answer to a talk. */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
