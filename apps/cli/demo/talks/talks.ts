import type { DemoTalk } from './talk.js';
import { TALKS_IN_TOPICS } from './talks-in-topics.js';
import { TALKS_OF_ALLIES } from './talks-of-allies.js';
import { TALKS_OF_ARCHIVES } from './talks-of-archives.js';
import { TALKS_OF_CARE } from './talks-of-care.js';
import { TALKS_OF_CHECKING } from './talks-of-checking.js';
import { TALKS_OF_ISLANDS } from './talks-of-islands.js';
import { TALKS_OF_RADIO } from './talks-of-radio.js';
import { TALKS_OF_THE_RIVER } from './talks-of-the-river.js';

/** Messages in group channels, oldest first. */
export const GROUP_TALKS: readonly DemoTalk[] = [
  ...TALKS_OF_THE_RIVER,
  ...TALKS_OF_CARE,
  ...TALKS_OF_RADIO,
  ...TALKS_OF_ARCHIVES,
  ...TALKS_OF_ISLANDS,
  ...TALKS_OF_CHECKING,
  ...TALKS_IN_TOPICS,
].toSorted((a, b) => b.messages[0]!.minutesAgo - a.messages[0]!.minutesAgo);

export const ALLY_TALKS: readonly DemoTalk[] = TALKS_OF_ALLIES;
