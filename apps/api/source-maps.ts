// `main.ts` imports this file first, so that stack traces show TypeScript sources. The option `--enable-source-maps`
// would also keep the source maps of all dependencies in memory.
import module from 'node:module';

module.setSourceMapsSupport?.(true); // This function is missing in Node before 22.14.
