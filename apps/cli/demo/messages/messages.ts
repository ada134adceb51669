import type { MessageScript } from './message-script.js';
import { TOPIC_MESSAGES } from './topic-messages.js';
import { MESSAGES_BETWEEN_ALLIES } from './ally-messages.js';
import { ARCHIVE_GROUP_MESSAGES } from './archive-group-messages.js';
import { CARE_GROUP_MESSAGES } from './care-group-messages.js';
import { FACT_CHECKING_GROUP_MESSAGES } from './fact-checking-group-messages.js';
import { ISLAND_GROUP_MESSAGES } from './island-group-messages.js';
import { RADIO_GROUP_MESSAGES } from './radio-group-messages.js';
import { RIVER_GROUP_MESSAGES } from './river-group-messages.js';

/** Messages in group channels, oldest first. */
export const GROUP_MESSAGES: readonly MessageScript[] = [
  ...RIVER_GROUP_MESSAGES,
  ...CARE_GROUP_MESSAGES,
  ...RADIO_GROUP_MESSAGES,
  ...ARCHIVE_GROUP_MESSAGES,
  ...ISLAND_GROUP_MESSAGES,
  ...FACT_CHECKING_GROUP_MESSAGES,
  ...TOPIC_MESSAGES,
].toSorted((a, b) => b.messages[0]!.minutesAgo - a.messages[0]!.minutesAgo);

export const ALLY_MESSAGES: readonly MessageScript[] = MESSAGES_BETWEEN_ALLIES;
