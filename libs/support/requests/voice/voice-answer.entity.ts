import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A voice note that answers a question of a request for support, sent or not. */
@Entity()
export class VoiceAnswer extends Row {
  /** Owner of an unsent note; null if they have no account, and after the request was sent. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** Null until the request is sent. */
  @Column('uuid', { nullable: true })
  requestId!: string | null;

  /** The random name of the stored file. */
  @Column('text')
  file!: string;

  /** `VoiceDetails` under the key of the note; null after the request was sent, whose content has them with the key. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;
}
