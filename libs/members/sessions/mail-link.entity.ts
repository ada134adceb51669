import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export type LinkPurpose =
  | 'set-up'
  | 'confirm-address'
  | 'change-address'
  /** For the owner of an address that an account is to lose, or lost: the account keeps it. */
  | 'keep-address'
  | 'reset-password';

/** A single-use link. Its secret is made when the mail is written, so it stands nowhere but in that mail. */
@Entity()
export class MailLink extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('text')
  purpose!: LinkPurpose;

  /** The address that it is mailed to: a new one that waits to be confirmed, or the one that the account has or had. */
  @Column('citext', { nullable: true })
  email!: string | null;

  @Column('bytea', { nullable: true, unique: true })
  tokenHash!: Buffer | null;

  /** Whether its secret opens nothing without a code, which somebody else hands over. */
  @Column('boolean', { default: false })
  needsCode!: boolean;

  @Column('bytea', { nullable: true })
  codeHash!: Buffer | null;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
