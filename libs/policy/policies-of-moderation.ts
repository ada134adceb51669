import { appealPolicy } from './appeal.policy.js';
import { matterPolicy } from './matter.policy.js';
import { noticePolicy } from './notice.policy.js';
import { reportPolicy } from './report.policy.js';

/** The policies of moderation. */
export const MODERATION = {
  Matter: matterPolicy,
  Report: reportPolicy,
  Notice: noticePolicy,
  Appeal: appealPolicy,
};
