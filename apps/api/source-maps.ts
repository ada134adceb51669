// Loaded before everything else: stacks name our own sources. `--enable-source-maps` would keep the maps of all
// libraries in memory, too.
import module from 'node:module';

module.setSourceMapsSupport?.(true); // Node before 22.14 has none
