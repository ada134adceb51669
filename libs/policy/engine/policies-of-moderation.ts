import { appealPolicy } from '../moderation-rules/appeal.policy.js';
import { matterPolicy } from '../moderation-rules/matter.policy.js';
import { noticePolicy } from '../moderation-rules/notice.policy.js';
import { reportPolicy } from '../moderation-rules/report.policy.js';

/** The policies of moderation. */
export const MODERATION = {
  Matter: matterPolicy,
  Report: reportPolicy,
  Notice: noticePolicy,
  Appeal: appealPolicy,
};
