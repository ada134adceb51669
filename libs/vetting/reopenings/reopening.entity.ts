import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import { WithdrawalReason } from '../vouches/vouch.entity.js';

export enum ReopeningStage {
  open = 'open',
  stays = 'stays',
  /** Two reviewers had concerns; moderation handles it. */
  concern = 'concern',
}

/** A reviewer's opinion on a reopening. */
export enum ReopeningOpinion {
  stays = 'stays',
  concern = 'concern',
}
registerEnumType(ReopeningOpinion, { name: 'ReopeningOpinion' });

export const ReopeningAction = createActionEnum('Reopening');

/**
 * A review of a member that opens again because a vouch for them was withdrawn. It removes no membership and changes no
 * standing.
 */
@Entity()
export class Reopening extends Row {
  /** The member under review. */
  @Column('uuid')
  accountId!: string;

  /** The withdrawn vouch; null after the account of the voucher was erased. */
  @Column('uuid', { nullable: true })
  vouchId!: string | null;

  @Column('text')
  reason!: WithdrawalReason;

  /** The voucher's text about the withdrawal. */
  @SealedColumn({ nullable: true })
  words!: string | null;

  @Column('text', { default: ReopeningStage.open })
  stage!: ReopeningStage;

  /** The id of the matter that moderation opened. */
  @Column('uuid', { nullable: true })
  matterKey!: string | null;

  /** When the reopening ended: two reviewers agreed that the member stays, or moderation closed the matter. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
