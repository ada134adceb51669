import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** The absolute path of something in the repository; `path` begins at its root. */
export const pathOf = (path: string): string => join(ROOT, path);

/** The text of a file of the repository; `path` begins at its root. */
export const textOf = (path: string): string => readFileSync(pathOf(path), 'utf8');

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', 'dist', 'gql', 'bad']);

/**
 * The source files under these folders of the repository whose names match. Throws when there are fewer than `atLeast`:
 * a law that reads nothing holds for nothing.
 */
export function sourceFiles(
  folders: readonly string[],
  name: RegExp,
  atLeast: number,
): SourceFile[] {
  const files = folders
    .flatMap((folder) => [...walk(pathOf(folder))])
    .flatMap((file) => {
      if (!name.test(file)) return [];
      return [{ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }];
    });
  if (files.length >= atLeast) return files;
  const where = `${folders.join(', ')} (${name})`;
  throw new Error(`${files.length} files in ${where}; at least ${atLeast} are expected`);
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (!entry.isDirectory()) yield at;
    else if (!NOT_OURS.has(entry.name)) yield* walk(at);
  }
}
