import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure, Measure } from './figure.js';

/** What the built web app weighs; the same figures stand in `npm run check`. */
const measure: Measure = async () => {
  const script = join(import.meta.dirname, '../../apps/web/sizes.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--json'], { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Figure[];
};

export default measure;
