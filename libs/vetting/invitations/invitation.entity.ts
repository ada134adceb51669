import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import { Language } from '#kernel/language.js';

export const InvitationAction = actionEnum('Invitation');

/** A link with which one person may apply. It is no vouch and skips nothing; who used it is told to nobody. */
@Entity()
@ObjectType()
export class Invitation extends Row {
  @Column('uuid')
  inviterId!: string;

  @Column('bytea', { unique: true })
  codeHash!: Buffer;

  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  /** The language in which the invited person begins. */
  @Field(() => Language)
  @Column('text')
  language!: Language;

  /** Who knows the invited person, in the words of whoever invites; null once it ended or its file was destroyed. */
  @Sealed({ nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The application that was sent with it. */
  @Column('uuid', { nullable: true })
  applicationId!: string | null;
}
