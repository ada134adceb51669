import { AuditChain1764000000100 } from './20261128-audit-chain.js';
import { TwoPersonActs1764000000101 } from './20261128-two-person-acts.js';
import { Duties1764000000102 } from './20261128-duties.js';
import { until20261127 } from './until-20261127.js';

/** The next of `all.ts`, for the same reason. */
export const untilDuties = [
  ...until20261127,
  AuditChain1764000000100,
  TwoPersonActs1764000000101,
  Duties1764000000102,
];
