import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

const ROOT = join(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', 'gql', 'bad']);

/** The source files under these folders of the repository whose names match. */
export function sourceFiles(folders: readonly string[], name: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) => [...walk(join(ROOT, folder))])
    .flatMap((file) => {
      if (!name.test(file)) return [];
      return [{ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }];
    });
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (!entry.isDirectory()) yield at;
    else if (!NOT_OURS.has(entry.name)) yield* walk(at);
  }
}
