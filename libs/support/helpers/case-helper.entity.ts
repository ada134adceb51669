import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** The steps until the thread of an outside helper is open, in order. */
export enum CaseHelperState {
  asked = 'asked',
  willing = 'willing',
  described = 'described',
  consented = 'consented',
  open = 'open',
  ended = 'ended',
}
registerEnumType(CaseHelperState, {
  name: 'CaseHelperState',
  description:
    'asked: the helper is asked. willing: they said yes. described: the requester reads the text. consented: the requester agreed. open: another supporter approved, and the thread is open. ended: nothing is shared any more.',
});

export enum HelperEndReason {
  requester = 'requester',
  lead = 'lead',
  helper = 'helper',
  day = 'day',
  case = 'case',
  rights = 'rights',
}
registerEnumType(HelperEndReason, {
  name: 'HelperEndReason',
  description:
    'requester, lead, helper: this person ended it. day: its day or the question expired. case: the case ended or waits in the queue. rights: the helper may no longer help in this case.',
});

/**
 * An outside helper of a case: a member who is not a supporter of it, and reads one thread with the consent of the
 * requester. The row is the right and the consent entry. It stays after its end until the case is destroyed.
 */
@Entity()
export class CaseHelper extends Row {
  @Column('uuid')
  requestId!: string;

  /** Null once the account was deleted. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('text', { default: CaseHelperState.asked })
  state!: CaseHelperState;

  /** When the question to the helper ends. */
  @Column('timestamptz')
  expiresAt!: Date;

  /** The name under which the people of the case know the helper; encrypted with the key of the request. */
  @Column('bytea', { nullable: true })
  name!: Buffer | null;

  /** The text that the helper reads, to which the requester agrees; encrypted with the key of the request. */
  @Column('bytea', { nullable: true })
  text!: Buffer | null;

  /** When the consent ends. */
  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  @Column('timestamptz', { nullable: true })
  consentedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedBy!: HelperEndReason | null;
}
