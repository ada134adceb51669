import { start } from '../../apps/api/start.js';

export const begin = start;
