import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import { ReportReason } from '../reports/report.entity.js';

export enum NoticeKind {
  talk = 'talk',
  warning = 'warning',
  contentRemoved = 'contentRemoved',
  suspension = 'suspension',
  separation = 'separation',
  removal = 'removal',
  /** An act was taken back. */
  lifted = 'lifted',
  /** An appeal was heard, and the act stands. */
  upheld = 'upheld',
}
registerEnumType(NoticeKind, { name: 'NoticeKind' });

export const NoticeAction = actionEnum('Notice');

/** What a person is told by moderation, from a moment on: what was done and why. Never who reported, nor their words. */
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

  /** Null for a talk. */
  @Field(() => ReportReason, { nullable: true })
  @Column('text', { nullable: true })
  reason!: ReportReason | null;

  /** Null once its time has come: what was done stays longer than what was said. */
  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  words!: string | null;

  /** Names of groups that the person left by a separation, as they were then. */
  @Sealed({ nullable: true })
  groupsLeft!: readonly string[] | null;

  /** From when it is there for the person. */
  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  shownFrom!: Date;

  /** When open pages and the mailbox were told that there is news. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  /** To a talk. */
  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
