import { CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** This handler has heard this event. */
@Entity()
export class EventReceipt {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('text')
  handler!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
