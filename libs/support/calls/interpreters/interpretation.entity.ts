import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * offered: the requester sees the name of this interpreter. agreed: the requester agreed to them. refused: the requester
 * did not. withdrawn: the interpreter left, or lost the right to interpret. ended: the supporter left the case, or it ended.
 */
export enum InterpretationState {
  offered = 'offered',
  agreed = 'agreed',
  refused = 'refused',
  withdrawn = 'withdrawn',
  ended = 'ended',
}

/**
 * An interpreter whom a requester was offered. Once agreed to, it causes a conflict of interest (view `tie`) and outlives
 * the case, so `requestId` may name a destroyed one.
 */
@Entity()
@Unique(['requestId', 'accountId'])
export class Interpretation extends Row {
  @Column('uuid')
  requestId!: string;

  /** The account of the interpreter. */
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  requesterId!: string;

  @Column('text', { default: InterpretationState.offered })
  state!: InterpretationState;

  /** When the requester agreed; null if never. */
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
