import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export type MailLinkPurpose =
  | 'set-up'
  | 'confirm-address'
  | 'change-address'
  /** Sent to a mail address that was, or is being, removed from an account. The link restores the address. */
  | 'keep-address'
  | 'reset-password';

/** A single-use link. Its secret is created when the mail is sent, so it is nowhere but in that mail. */
@Entity()
export class MailLink extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('text')
  purpose!: MailLinkPurpose;

  /** The recipient's address: a new one to be confirmed, or the account's current or former one. */
  @Column('citext', { nullable: true })
  email!: string | null;

  @Column('bytea', { nullable: true, unique: true })
  tokenHash!: Buffer | null;

  /** Whether the link also needs a code, which another person passes on. */
  @Column('boolean', { default: false })
  needsCode!: boolean;

  @Column('bytea', { nullable: true })
  codeHash!: Buffer | null;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
