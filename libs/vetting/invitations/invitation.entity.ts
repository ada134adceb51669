import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { Language } from '#kernel/language.js';

export const InvitationAction = createActionEnum('Invitation');

/**
 * A link with which one person may apply. It does not count as a vouch and skips no step. The person who used it is
 * never disclosed.
 */
@Entity()
@ObjectType()
export class Invitation extends Row {
  @Column('uuid')
  inviterId!: string;

  @Column('bytea', { unique: true })
  codeHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  /** The language of the page that the link opens. */
  @Field(() => Language)
  @Column('text')
  language!: Language;

  /**
   * How the inviter knows the invited person; null after the invitation ended or the applicant's file was destroyed.
   */
  @SealedColumn({ nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The application that was sent with this invitation. */
  @Column('uuid', { nullable: true })
  applicationId!: string | null;
}
