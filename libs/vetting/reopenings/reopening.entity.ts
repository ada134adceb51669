import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import { WithdrawalReason } from '../vouches/vouch.entity.js';

export enum ReopeningStage {
  open = 'open',
  stays = 'stays',
  /** Two saw a reason for concern: moderation has it. */
  concern = 'concern',
}

/** What somebody who vets thinks of it. */
export enum ReopeningOpinion {
  stays = 'stays',
  concern = 'concern',
}
registerEnumType(ReopeningOpinion, { name: 'ReopeningOpinion' });

export const ReopeningAction = actionEnum('Reopening');

/** A review of a member that opened again since a vouch for them was withdrawn. It ejects nobody and changes no standing. */
@Entity()
export class Reopening extends Row {
  /** The member whom it is about. */
  @Column('uuid')
  accountId!: string;

  /** Null once the account of whoever took it back is gone. */
  @Column('uuid', { nullable: true })
  vouchId!: string | null;

  @Column('text')
  reason!: WithdrawalReason;

  /** What whoever took it back said with it. */
  @Sealed({ nullable: true })
  words!: string | null;

  @Column('text', { default: ReopeningStage.open })
  stage!: ReopeningStage;

  /** The id of the matter that it became at moderation. */
  @Column('uuid', { nullable: true })
  matterKey!: string | null;

  /** When two said that it stays, or when moderation closed the matter. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
