import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/**
 * Records which account used which power on which id, when and why. Contains ids and verbs, never content. An entry is
 * never changed or removed: each one is bound to the previous one (`chain/chain-hash.ts`).
 */
@Entity()
@ObjectType()
export class AuditEntry {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  /** The position in the chain: 1, 2, 3 … without a gap. */
  @Column('bigint', { unique: true, transformer: { to: (seq: number) => seq, from: Number } })
  seq!: number;

  @Column('bytea')
  hash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  /** Null for actions of the system. The id stays after the account is deleted, and then identifies nothing. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** The duty that gave the power; null if none was needed. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  duty!: string | null;

  @Field(() => String)
  @Column('text')
  action!: string;

  @Field(() => String)
  @Column('text')
  subjectType!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  /** The account that the action was about. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  /** A reason class of a closed list, never free text. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;
}
