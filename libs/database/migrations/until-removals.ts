import { Matters1764000000160 } from './20261128-matters.js';
import { Notices1764000000161 } from './20261128-notices.js';
import { Separations1764000000162 } from './20261130-separations.js';
import { Deciders1764000000180 } from './20261130-deciders.js';
import { MoreToReport1764000000181 } from './20261130-more-to-report.js';
import { VouchesSince1764000000190 } from './20261130-vouches-since.js';
import { SeatCodes1764000000191 } from './20261130-seat-codes.js';
import { Removals1764000000200 } from './20261203-removals.js';
import { MatterNotes1764000000202 } from './20261203-matter-notes.js';
import { MatterEnds1764000000203 } from './20261203-matter-ends.js';
import { ViewsOfTheDay1764000000210 } from './20261204-views-of-the-day.js';
import { ShortChains1764000000211 } from './20261204-short-chains.js';
import { RemovedMembers1764000000220 } from './20261205-removed-members.js';
import { ReportedOnce1764000000221 } from './20261205-reported-once.js';
import { EarlierRemovals1764000000222 } from './20261205-earlier-removals.js';
import { untilDeskWords } from './until-desk-words.js';

/** The next of `all.ts`, for the same reason. */
export const untilRemovals = [
  ...untilDeskWords,
  Matters1764000000160,
  Notices1764000000161,
  Separations1764000000162,
  Deciders1764000000180,
  MoreToReport1764000000181,
  VouchesSince1764000000190,
  SeatCodes1764000000191,
  Removals1764000000200,
  MatterNotes1764000000202,
  MatterEnds1764000000203,
  ViewsOfTheDay1764000000210,
  ShortChains1764000000211,
  RemovedMembers1764000000220,
  ReportedOnce1764000000221,
  EarlierRemovals1764000000222,
];
