import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

export enum AppealOutcome {
  /** The act remains in force. */
  upheld = 'upheld',
  lifted = 'lifted',
}
registerEnumType(AppealOutcome, { name: 'AppealOutcome' });

export const AppealAction = createActionEnum('Appeal');

/** An appeal against an act of moderation: once per notice, decided by another moderator. */
@Entity()
@ObjectType()
export class Appeal extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid', { unique: true })
  noticeId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  /** The text of the appeal; null after the retention period. */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  words!: string | null;

  @Field(() => AppealOutcome, { nullable: true })
  @Column('text', { nullable: true })
  outcome!: AppealOutcome | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  heardById!: string | null;
}
