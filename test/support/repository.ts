import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Returns an absolute path; `path` is relative to the repository root. */
export const repositoryPath = (path: string): string => join(ROOT, path);

/** Returns the text of a file; `path` is relative to the repository root. */
export const readRepositoryFile = (path: string): string =>
  readFileSync(repositoryPath(path), 'utf8');

export interface SourceFile {
  /** Relative to the repository root, with slashes. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', 'dist', 'gql', 'bad']);

/**
 * Returns the source files in these folders whose names match. Throws if there are fewer than `atLeast`, because a law
 * about no files would prove nothing.
 */
export function sourceFiles(
  folders: readonly string[],
  name: RegExp,
  atLeast: number,
): SourceFile[] {
  const files = folders
    .flatMap((folder) => [...walk(repositoryPath(folder))])
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
