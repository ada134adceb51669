import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody is written to about their channels. */
export enum MailRhythm {
  off = 'off',
  daily = 'daily',
  each = 'each',
}
registerEnumType(MailRhythm, { name: 'MailRhythm' });

/** When one wants to be written to, and when no mail goes out. */
@Entity()
@ObjectType()
export class NotificationChoice {
  @PrimaryColumn('uuid')
  accountId!: string;

  @Field(() => MailRhythm)
  @Column('text', { default: MailRhythm.daily })
  mails!: MailRhythm;

  /** Minutes after midnight where the person is; null: there are no quiet hours. */
  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  quietFrom!: number | null;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  quietTo!: number | null;

  /** By the name of a city, as `America/Lima`, so that its clock changes are kept. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  timeZone!: string | null;
}
