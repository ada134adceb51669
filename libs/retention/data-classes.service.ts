import { Injectable } from '@nestjs/common';
import type { DataOwner, DataPurpose } from './data-class.view.js';

/** A kind of data with an owner, a purpose, a retention time and a way to destroy it. */
export interface DataClass {
  /** The name of the class, a noun. The web app translates it. */
  readonly name: string;
  readonly owner: DataOwner;
  readonly purpose: DataPurpose;
  /**
   * The sealed columns whose retention this class ends, as `table.column`. Every sealed column must belong to a class.
   */
  readonly seals?: readonly string[];
  /** Retention time in milliseconds, counted from the event that starts it, such as a decision or the last use. */
  readonly lasts: number;
  /** Whether the class runs every hour instead of once a day. */
  readonly isHourly?: boolean;
  /**
   * Destroys the data whose retention started before the given time, with everything that depends on it, and returns
   * the number of rows. Runs in its own transaction and must be idempotent.
   */
  destroy(before: Date): Promise<number>;
}

/** Registry of all data classes. Features define theirs at start. */
@Injectable()
export class DataClassesService {
  private readonly byName = new Map<string, DataClass>();

  /** Adds a data class. Throws if its name is already defined. */
  define(dataClass: DataClass): void {
    const { name } = dataClass;
    if (this.byName.has(name)) throw new Error(`The data class ${name} is defined twice`);
    this.byName.set(name, dataClass);
  }

  /** Returns the data class with this name. Throws if there is none. */
  named(name: string): DataClass {
    const dataClass = this.byName.get(name);
    if (!dataClass) throw new Error(`Unknown data class ${name}: define it at start`);
    return dataClass;
  }

  all(): DataClass[] {
    return [...this.byName.values()];
  }
}
