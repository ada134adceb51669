// Finds programs that tests need and that npm does not install. The environment variable comes first, then an installed
// program, then Debian's package.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment } from './environment.mjs';
import { exitWithError, runSetUpStep } from './processes.mjs';

const CHROMIUM = {
  title: 'Chromium',
  variable: 'CHROMIUM_PATH',
  // The headless variant comes first, because it needs a quarter less CPU time for journey tests.
  names: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
  ],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  debian: 'chromium-headless-shell',
};
const REDIS = {
  title: 'Redis',
  variable: 'REDIS_SERVER',
  names: ['redis-server', 'valkey-server'],
  debian: 'redis-server',
};

/** The path of Chromium. */
export const chromiumPath = () => program(CHROMIUM);

/** The environment of a test run, with the paths of Chromium (for journeys) and Redis (for several nodes). */
export async function testEnvironment() {
  return { CHROMIUM_PATH: await chromiumPath(), REDIS_SERVER: await program(REDIS) };
}

/**
 * The path of a program: from the environment variable `variable`, from `names` on the path, from `places`, or from
 * Debian's package, which is installed if possible. Exits with an error if none is found.
 */
async function program({ title, variable, names, places = [], debian }) {
  const named = environment[variable];
  if (named) return canRun(named) ? named : exitWithError(`${variable}: cannot run ${named}`);
  const installed = () => names.map(onPath).find(Boolean) ?? places.find(canRun);
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runSetUpStep('list of Debian packages', 'apt-get', ['update', '-qq'], { env });
    const install = ['install', '-y', '-qq', '--no-install-recommends', debian];
    await runSetUpStep(title, 'apt-get', install, { env });
  }
  return installed() ?? exitWithError(`${title} is missing: install it, or set ${variable}`);
}

function onPath(name) {
  const folders = (environment.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(canRun);
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
