import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type BuildManifest = Readonly<Record<string, Chunk>>;

/** A file that the service worker loads again when a new version replaces one that had stored it. */
export interface OfflineFile {
  readonly url: string;
  readonly revision: null;
  readonly size: number;
  /** The language that needs the file, or all of them. */
  readonly offlineFor: string;
}

/** The pages that open without a connection before anybody opened them. */
const PAGES = ['src/pages/emergency/index.tsx', 'src/app/account/account-page.tsx'];
const CATALOGUE = /^src\/locales\/frame\/(\w+)\.po/;

/** The files of the offline pages and of the catalogues of their texts, from the manifest of the build. */
export function offlineFilesOf(manifest: BuildManifest): OfflineFile[] {
  const files = new Map<string, string>();
  const add = (key: string, offlineFor: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk ${key}: correct apps/web/build`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.set(file, offlineFor);
    for (const one of chunk.imports ?? []) add(one, offlineFor);
  };
  for (const page of PAGES) add(page, 'all');
  for (const key of Object.keys(manifest)) {
    const language = CATALOGUE.exec(key)?.[1];
    if (language) add(key, language);
  }
  return [...files].map(([url, offlineFor]) => ({ url, revision: null, size: 0, offlineFor }));
}

/** Reads the manifest of the build in this folder. */
export const readOfflineFiles = (outDir: string): OfflineFile[] =>
  offlineFilesOf(JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')));
