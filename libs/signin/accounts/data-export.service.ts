import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';

/** One part of the export of a person's data. */
export interface DataExportPart {
  /** The key of this part in the exported file, such as `messages`. */
  readonly name: string;
  /** The columns (`table.column`) with an account id whose rows this part exports. */
  readonly covers: readonly string[];
  /** Returns plain values. It must exclude what other people wrote or chose to hide. */
  read(accountId: string): Promise<unknown>;
}

/**
 * The export of a person's data. Features register their parts, and give a reason for each column with an account id
 * that is not exported. A test compares both with the database catalogue.
 */
@Injectable()
export class DataExportService {
  private readonly parts: DataExportPart[] = [];
  private readonly leftOut = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  register(part: DataExportPart): void {
    this.parts.push(part);
  }

  /** Registers a part that consists of the rows of one statement. `$1` is the account id. */
  rows(name: string, covers: readonly string[], sql: string): void {
    this.register({ name, covers, read: (accountId) => this.db.query(sql, [accountId]) });
  }

  /** Like `rows`, with the current time as `$2`. */
  rowsAsOf(name: string, covers: readonly string[], sql: string): void {
    const read = (accountId: string) => this.db.query(sql, [accountId, this.clock.now()]);
    this.register({ name, covers, read });
  }

  /** `column` is a `table.column`, `why` is the reason in one sentence. */
  leaveOut(column: string, why: string): void {
    this.leftOut.set(column, why);
  }

  /** Every `table.column` that is exported or left out for a reason. */
  known(): string[] {
    return [...this.parts.flatMap((part) => part.covers), ...this.leftOut.keys()];
  }

  /** The names of the parts that cover this `table.column`. */
  partsOf(column: string): string[] {
    return this.parts.filter(({ covers }) => covers.includes(column)).map(({ name }) => name);
  }

  /** The whole export as one object, in the order of registration. */
  async read(accountId: string): Promise<Record<string, unknown>> {
    const file: Record<string, unknown> = {};
    for (const part of this.parts) file[part.name] = await part.read(accountId);
    return file;
  }
}
