import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often an account gets mail about its channels. */
export enum MailFrequency {
  off = 'off',
  daily = 'daily',
  each = 'each',
}
registerEnumType(MailFrequency, { name: 'MailRhythm' });

/** An account's choice of mails and quiet hours. */
@Entity()
@ObjectType()
export class NotificationChoice {
  @PrimaryColumn('uuid')
  accountId!: string;

  @Field(() => MailFrequency)
  @Column('text', { default: MailFrequency.daily })
  mails!: MailFrequency;

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
