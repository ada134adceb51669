import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { HoursException, WeeklyRange } from './times/call-hours.js';

/** When a supporter or an interpreter is available for introductory calls. */
@Entity()
export class CallAvailability extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  /** IANA name of the zone in which the hours count. */
  @Column('text')
  zone!: string;

  /** The zone whose city requesters see. Its clock shows the same time. */
  @Column('text')
  shownZone!: string;

  /** Ids of the language terms that the account speaks in calls; empty if it did not say. */
  @Column('text', { array: true, default: [] })
  languages!: string[];

  @Column('jsonb')
  weekly!: WeeklyRange[];

  @Column('jsonb')
  exceptions!: HoursException[];

  @Column('smallint')
  bufferMinutes!: number;

  @Column('smallint')
  noticeHours!: number;

  @Column('smallint')
  horizonDays!: number;

  @Column('smallint')
  dailyLimit!: number;
}
