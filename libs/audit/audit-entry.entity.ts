import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/**
 * Who used which power on which id, when and why. Ids and verbs only, never content. Never changed or removed: each is
 * bound to the one before it (chain.ts).
 */
@Entity()
@ObjectType()
export class AuditEntry {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  /** Its place in the chain, from 1, without a gap. */
  @Column('bigint', { unique: true, transformer: { to: (seq: number) => seq, from: Number } })
  seq!: number;

  @Column('bytea')
  hash!: Buffer;

  @Field(() => GraphQLISODateTime)
  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  /** Null for what the system did by itself. Of an account that is deleted the id stays, and opens nothing. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** The duty that gave the power; null where none was needed. */
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

  /** The account that the act was about. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  /** A reason class of a closed list, never free words. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;
}
