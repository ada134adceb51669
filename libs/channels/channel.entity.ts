import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import {
  DEFAULT_MAX_RETENTION_SECONDS,
  ChannelRetention,
  RetentionShortening,
} from './message-retention/channel-retention.js';

export enum ChannelKind {
  standard = 'standard',
}
registerEnumType(ChannelKind, { name: 'ChannelKind' });

export enum ThreadKind {
  requester = 'requester',
  internal = 'internal',
  outside = 'outside',
}
registerEnumType(ThreadKind, {
  name: 'ThreadKind',
  description:
    'requester: between the requester of a case and its supporter. internal: of the supporters of the case. outside: between the supporters and one outside helper.',
});

export enum ChannelHistory {
  joining = 'joining',
  start = 'start',
}
registerEnumType(ChannelHistory, {
  name: 'ChannelHistory',
  description: 'From where a new member reads: from joining, or from the start.',
});

export const ChannelAction = createActionEnum('Channel');

/** A channel of a group, the conversation of two allies, or a thread of a case. Its kind never changes. */
@Entity()
@ObjectType()
export class Channel extends Row {
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  @Column('uuid', { nullable: true })
  allianceId!: string | null;

  /** The support request whose thread this is. */
  @Column('uuid', { nullable: true })
  caseId!: string | null;

  /** Null unless the channel is a thread of a case. */
  @Field(() => ThreadKind, { nullable: true })
  @Column('text', { nullable: true })
  thread!: ThreadKind | null;

  /** The outside helper whose thread this is. */
  @Column('uuid', { nullable: true })
  helperId!: string | null;

  @Field(() => ChannelKind)
  @Column('text', { default: ChannelKind.standard })
  kind!: ChannelKind;

  @Field(() => ChannelHistory)
  @Column('text', { default: ChannelHistory.joining })
  history!: ChannelHistory;

  /** Empty for a conversation, which is shown under the ally's name. */
  @Column('text', { default: '' })
  name!: string;

  /** The number of the channel's last change. A client that has every change up to this number is up to date. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  lastVersion!: number;

  /** Exposed by a field resolver, which returns null once the channel's last message has expired. */
  @Column('timestamptz', { nullable: true })
  lastMessageAt!: Date | null;

  /** When the last message of the channel expires. */
  @Column('timestamptz', { nullable: true })
  lastExpiresAt!: Date | null;

  /** The retention chosen for the channel. */
  @Field(() => ChannelRetention)
  @Column('text', { default: ChannelRetention.longest })
  retention!: ChannelRetention;

  /** How long new messages are kept: the chosen retention, capped by the maximum of the instance. */
  @Field(() => Int)
  @Column('int', { default: DEFAULT_MAX_RETENTION_SECONDS })
  keptSeconds!: number;

  /** Retention changes that clients must apply to stored messages. Both numbers increase from entry to entry. */
  @Field(() => [RetentionShortening])
  @Column('jsonb', { default: [] })
  shortenings!: readonly RetentionShortening[];

  /** Members who join later cannot read messages up to this number, because the group was more private then. */
  @Column('int', { default: 0 })
  openedVersion!: number;

  /** When that was; null if it never was, or before this was kept. */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
