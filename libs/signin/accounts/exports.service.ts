import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';

/** One part of the export of a person's own data. */
export interface ExportPart {
  /** Its name in the file: `messages`. */
  readonly name: string;
  /** The `table.column`s through which rows belong to an account and that this part gives. */
  readonly covers: readonly string[];
  /** The person's own data as plain values; never what others wrote or chose to hide. */
  read(accountId: string): Promise<unknown>;
}

/**
 * What one's own data are. Each feature registers its parts, and says of each column that points to an account and that
 * it does not give why not; a law holds the list against the catalogue of the database.
 */
@Injectable()
export class ExportsService {
  private readonly parts: ExportPart[] = [];
  private readonly leftOut = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  register(part: ExportPart): void {
    this.parts.push(part);
  }

  /** A part that is the rows of one statement, for the account `$1`. */
  rows(name: string, covers: readonly string[], sql: string): void {
    this.register({ name, covers, read: (accountId) => this.db.query(sql, [accountId]) });
  }

  /** As `rows`, where it depends on the moment, `$2`. */
  rowsAsOf(name: string, covers: readonly string[], sql: string): void {
    const read = (accountId: string) => this.db.query(sql, [accountId, this.clock.now()]);
    this.register({ name, covers, read });
  }

  /** `column` is a `table.column`, `why` a sentence. */
  leaveOut(column: string, why: string): void {
    this.leftOut.set(column, why);
  }

  /** Every `table.column` that is given or left out for a reason. */
  known(): string[] {
    return [...this.parts.flatMap((part) => part.covers), ...this.leftOut.keys()];
  }

  /** The names of the parts that give the rows to which this `table.column` leads. */
  partsOf(column: string): string[] {
    return this.parts.filter(({ covers }) => covers.includes(column)).map(({ name }) => name);
  }

  /** The whole file as one object, in the order in which features registered. */
  async read(accountId: string): Promise<Record<string, unknown>> {
    const file: Record<string, unknown> = {};
    for (const part of this.parts) file[part.name] = await part.read(accountId);
    return file;
  }
}
