// Imported first, so that stack traces name our TypeScript sources. `--enable-source-maps` would also keep the maps of
// all dependencies in memory.
import module from 'node:module';

module.setSourceMapsSupport?.(true); // missing in Node before 22.14
