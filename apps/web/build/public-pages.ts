import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { renderPublicPages } from '../public-pages/render.js';

/** Renders the public pages once the names of their stylesheet and script are known, and leaves what the server must know beside them. */
export function publicPages(): Plugin {
  return {
    name: 'public-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const entry = (name: string) =>
        Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.name === name && file.isEntry,
        );
      const [chunk, join] = [entry('public'), entry('join')];
      const [css] = chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
      if (!chunk || !join || !css)
        throw new Error('A script or the stylesheet of the public pages is missing');
      const assets = { css: `/${css}`, js: `/${chunk.fileName}`, join: `/${join.fileName}` };
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
