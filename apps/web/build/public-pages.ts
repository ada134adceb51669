import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rollup } from 'vite';
import type { PublicPageAssets } from '../public-pages/page-layout.js';
import type { Language } from '../public-pages/language.js';
import { renderPublicPages } from '../public-pages/render-public-pages.js';

/** Placeholder in `app.html` for the guard script. */
const GUARD_PLACEHOLDER = '<!--guard-->';

/**
 * Renders the public pages after the hashed names of their stylesheet and scripts are known. Writes
 * `public-assets.json` and `trusted-documents.json` for the server.
 */
export function publicPagesPlugin(): Plugin {
  return {
    name: 'public-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const entry = (name: string) =>
        Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.name === name && file.isEntry,
        );
      const [chunk, join, guard] = [entry('public'), entry('join'), entry('guard')];
      const [css] = chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
      const shell = bundle['app.html'];
      if (!chunk || !join || !guard || !css || shell?.type !== 'asset')
        throw new Error('A page, a script or the stylesheet of the public pages is missing');
      const firstOf = (language: Language) => firstFiles(bundle, language);
      const at = (fileName: string) => `/${fileName}`;
      const assets: PublicPageAssets = {
        ...{ css: at(css), js: at(chunk.fileName), join: at(join.fileName) },
        guard: at(guard.fileName),
        app: { es: firstOf('es'), pt: firstOf('pt'), en: firstOf('en') },
      };
      shell.source = String(shell.source).replace(
        GUARD_PLACEHOLDER,
        `<script src="${assets.guard}"></script>`,
      );
      for (const [fileName, source] of renderPublicPages(assets)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
      this.emitFile({
        type: 'asset',
        fileName: 'public-assets.json',
        source: JSON.stringify(assets),
      });
      const trusted = path.join(import.meta.dirname, '../src/gql/trusted-documents.json');
      this.emitFile({
        type: 'asset',
        fileName: 'trusted-documents.json',
        source: readFileSync(trusted, 'utf8'),
      });
    },
  };
}

/** URLs of the scripts and stylesheets that the first page of the app loads in a language. */
function firstFiles(bundle: Rollup.OutputBundle, language: Language): string[] {
  const first = ['/app.html', `/src/locales/${language}.po`];
  const found = new Set<string>();
  const visit = (fileName: string) => {
    const file = bundle[fileName];
    if (file?.type !== 'chunk' || found.has(fileName)) return;
    found.add(fileName);
    file.imports.forEach(visit);
    file.viteMetadata?.importedCss.forEach((css) => found.add(css));
  };
  for (const one of Object.values(bundle)) {
    const source = one.type === 'chunk' ? one.facadeModuleId?.split('?')[0] : undefined;
    if (first.some((end) => source?.endsWith(end))) visit(one.fileName);
  }
  return [...found].map((fileName) => `/${fileName}`);
}
