import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The recovery phrase of a case. It is deleted with its request. */
@Entity('case_phrase')
export class CasePhraseHash {
  @PrimaryColumn('uuid')
  requestId!: string;

  /** SHA-256 of the random bits of the phrase, after a prefix that no phrase of an account has. */
  @Column('bytea', { unique: true })
  hash!: Buffer;

  /** The hash of a newer phrase. It replaces `hash` when it is first used, or when the person has saved it. */
  @Column('bytea', { unique: true, nullable: true })
  nextHash!: Buffer | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
