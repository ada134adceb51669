import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(html|js|css|svg|json|webmanifest|txt)$/;

/** Writes a gzip and a brotli copy beside each text file, so that the server never compresses. */
export function compressionPlugin(): Plugin {
  let folder = '';
  return {
    name: 'compress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          if (file.isFile() && TEXT.test(file.name)) twin(join(file.parentPath, file.name));
        }
      },
    },
  };
}

function twin(path: string): void {
  const source = readFileSync(path);
  if (source.length < 512) return;
  writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(source, { params }));
}
