import { matterPolicy } from './matter.policy.js';
import { reportPolicy } from './report.policy.js';

/** The policies of moderation. */
export const MODERATION = { Matter: matterPolicy, Report: reportPolicy };
