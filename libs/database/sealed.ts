import { Column, type ColumnOptions, type DataSource, type ValueTransformer } from 'typeorm';
import type { Seal } from '#kernel/seal.js';

/** Closes what goes into a column and opens what comes out of it. Without a seal it lets nothing through. */
class Sealing implements ValueTransformer {
  constructor(private readonly given?: Seal) {}

  to(value: unknown): unknown {
    return value == null ? value : this.seal.close(value);
  }

  from(box: Buffer | null): unknown {
    return box === null ? null : this.seal.open(box);
  }

  private get seal(): Seal {
    if (!this.given) throw new Error('A source with sealed columns needs sealColumns()');
    return this.given;
  }
}

/**
 * A column of which the database has a sealed box only. The property holds any JSON value: it is closed when it is written
 * and opened when it is read through TypeORM; statements written by hand meet the box.
 */
export const Sealed = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column('bytea', { ...options, transformer: new Sealing() });

type Tables = Pick<DataSource, 'entityMetadatas'>;

/** Every sealed column of a source. */
export const sealedColumns = ({ entityMetadatas }: Tables) =>
  entityMetadatas.flatMap(({ columns }) =>
    columns.filter(({ transformer }) => transformer instanceof Sealing),
  );

/** Gives a source its seal. Columns belong to their source, so two applications in one process keep their keys apart. */
export function sealColumns(source: Tables, seal: Seal): void {
  for (const column of sealedColumns(source)) column.transformer = new Sealing(seal);
}
