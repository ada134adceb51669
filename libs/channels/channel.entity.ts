import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { LONGEST_SECONDS, Retention, RetentionShortening } from './message-retention/retention.js';

export enum ChannelKind {
  standard = 'standard',
}
registerEnumType(ChannelKind, { name: 'ChannelKind' });

export enum ChannelHistory {
  joining = 'joining',
  start = 'start',
}
registerEnumType(ChannelHistory, {
  name: 'ChannelHistory',
  description: 'From where a new member reads: from joining, or from the start.',
});

export const ChannelAction = actionEnum('Channel');

/** A conversation inside a group, or between two allies. Its kind never changes. */
@Entity()
@ObjectType()
export class Channel extends Row {
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  @Column('uuid', { nullable: true })
  allianceId!: string | null;

  @Field(() => ChannelKind)
  @Column('text', { default: ChannelKind.standard })
  kind!: ChannelKind;

  @Field(() => ChannelHistory)
  @Column('text', { default: ChannelHistory.joining })
  history!: ChannelHistory;

  /** Blank for a conversation, which is called by the ally's name. */
  @Column('text', { default: '' })
  name!: string;

  /** The number of the last change: whoever knows everything up to it has missed nothing. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  lastVersion!: number;

  /** Shown by its resolver: not once that message is gone. */
  @Column('timestamptz', { nullable: true })
  lastMessageAt!: Date | null;

  /** When nothing of what was said is there any more. */
  @Column('timestamptz', { nullable: true })
  lastExpiresAt!: Date | null;

  /** What was chosen. */
  @Field(() => Retention)
  @Column('text', { default: Retention.longest })
  retention!: Retention;

  /** How long what is said from now on is kept: as chosen, and never longer than the instance keeps anything. */
  @Field(() => Int)
  @Column('int', { default: LONGEST_SECONDS })
  keptSeconds!: number;

  /** What clients that were away must know; a later one lasts shorter than none before it. */
  @Field(() => [RetentionShortening])
  @Column('jsonb', { default: [] })
  shortenings!: readonly RetentionShortening[];

  /** Messages up to this number are closed to whoever joins later: the group was more private then. */
  @Column('int', { default: 0 })
  openedVersion!: number;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
