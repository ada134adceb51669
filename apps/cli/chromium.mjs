import { program } from './programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of Chromium or Chrome, for the journeys. */
export const chromium = () =>
  program({
    title: 'Chromium',
    variable: 'CHROMIUM_PATH',
    names: NAMES,
    places: MAC,
    debian: 'chromium',
  });
