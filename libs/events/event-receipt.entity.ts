import { CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Proof that a handler has processed an event. */
@Entity()
export class EventReceipt {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('text')
  handler!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
