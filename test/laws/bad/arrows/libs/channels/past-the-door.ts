import { words } from '#groups/group-words.js';

export const known = words;
