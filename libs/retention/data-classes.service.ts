import { Injectable } from '@nestjs/common';
import type { DataOwner, DataPurpose } from './data-class.view.js';

/** A kind of data with an owner, a purpose, a clock and an end. */
export interface DataClass {
  /** A noun; the web app has words for it. */
  readonly name: string;
  readonly owner: DataOwner;
  readonly purpose: DataPurpose;
  /** The sealed columns that it ends, as `table.column`; each column that is sealed belongs to a class. */
  readonly seals?: readonly string[];
  /** How long it is kept once its clock runs (a decision, a last use), in milliseconds. */
  readonly lasts: number;
  /** Whether its turn comes each hour, not only once a day. */
  readonly isHourly?: boolean;
  /**
   * Destroys what its clock began to run for before that moment, with all that belongs to it, and gives how much. In a
   * transaction of its own; run again it finds nothing left to do.
   */
  destroy(before: Date): Promise<number>;
}

/** Every kind of data that ends by itself. Each feature defines its own at start. */
@Injectable()
export class DataClasses {
  private readonly byName = new Map<string, DataClass>();

  /** Throws when the name is taken. */
  define(dataClass: DataClass): void {
    const { name } = dataClass;
    if (this.byName.has(name)) throw new Error(`The data class ${name} is defined twice`);
    this.byName.set(name, dataClass);
  }

  /** Throws for a name that nobody defined. */
  named(name: string): DataClass {
    const dataClass = this.byName.get(name);
    if (!dataClass) throw new Error(`No data class ${name}`);
    return dataClass;
  }

  all(): DataClass[] {
    return [...this.byName.values()];
  }
}
