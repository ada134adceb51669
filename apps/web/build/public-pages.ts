import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { renderPublicPages } from '../public-pages/render.js';

/** Renders the public pages once the names of their stylesheet and script are known, and leaves what the server must know beside them. */
export function publicPages(): Plugin {
  return {
    name: 'public-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunk = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.name === 'public' && file.isEntry,
      );
      const [css] = chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
      if (!chunk || !css)
        throw new Error('The script or the stylesheet of the public pages is missing');
      const assets = { css: `/${css}`, js: `/${chunk.fileName}` };
      for (const [fileName, source] of renderPublicPages(assets)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
      this.emitFile({
        type: 'asset',
        fileName: 'public-assets.json',
        source: JSON.stringify(assets),
      });
      const trusted = join(import.meta.dirname, '../src/gql/trusted-documents.json');
      this.emitFile({
        type: 'asset',
        fileName: 'trusted-documents.json',
        source: readFileSync(trusted, 'utf8'),
      });
    },
  };
}
