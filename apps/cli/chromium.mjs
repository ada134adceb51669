// The journeys need a browser: the one that was named, one that is installed, or Debian's package.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment } from './environment.mjs';
import { refuse, step } from './processes.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of Chromium or Chrome. Installs it where that is possible, else ends with one line. */
export async function chromium() {
  const named = environment.CHROMIUM_PATH;
  if (named) return canRun(named) ? named : refuse(`CHROMIUM_PATH: cannot run ${named}`);
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await step('list of Debian packages', 'apt-get', ['update', '-qq'], { env });
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
    await step('Chromium', 'apt-get', install, { env });
  }
  return installed() ?? refuse('Chromium is missing: install it, or set CHROMIUM_PATH');
}

const installed = () => NAMES.map(onPath).find(Boolean) ?? MAC.find(canRun);

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
