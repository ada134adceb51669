import { Column, type ColumnOptions, type DataSource, type ValueTransformer } from 'typeorm';
import type { Sealer } from '#kernel/sealed-box.js';

/** Encrypts values written to a column and decrypts them on read. Throws if the data source has no seal. */
class Sealing implements ValueTransformer {
  constructor(private readonly given?: Sealer) {}

  to(value: unknown): unknown {
    return value == null ? value : this.seal.close(value);
  }

  from(box: Buffer | null): unknown {
    return box === null ? null : this.seal.open(box);
  }

  private get seal(): Sealer {
    if (!this.given) throw new Error('A source with sealed columns needs setColumnSealer()');
    return this.given;
  }
}

/**
 * Declares a column that is encrypted in the database. The property holds any JSON value; TypeORM encrypts it on write
 * and decrypts it on read, but raw SQL sees the sealed box.
 */
export const SealedColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column('bytea', { ...options, transformer: new Sealing() });

type Tables = Pick<DataSource, 'entityMetadatas'>;

export const sealedColumns = ({ entityMetadatas }: Tables) =>
  entityMetadatas.flatMap(({ columns }) =>
    columns.filter(({ transformer }) => transformer instanceof Sealing),
  );

/**
 * Sets the seal of a data source. Column metadata belongs to its data source, so two applications in one process keep
 * their keys apart.
 */
export function setColumnSealer(source: Tables, seal: Sealer): void {
  for (const column of sealedColumns(source)) column.transformer = new Sealing(seal);
}
