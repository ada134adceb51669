import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often an account gets mail about its channels. */
export enum MailRhythm {
  off = 'off',
  daily = 'daily',
  each = 'each',
}
registerEnumType(MailRhythm, { name: 'MailRhythm' });

/** An account's choice of mails and quiet hours. */
@Entity()
@ObjectType()
export class NotificationChoice {
  @PrimaryColumn('uuid')
  accountId!: string;

  @Field(() => MailRhythm)
  @Column('text', { default: MailRhythm.daily })
  mails!: MailRhythm;

  /** Minutes after midnight in the account's time zone; null if there are no quiet hours. */
  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  quietFrom!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  quietTo!: number | null;

  /** An IANA time zone such as `America/Lima`, so that daylight saving changes apply. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  timeZone!: string | null;
}
