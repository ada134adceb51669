import type { IdSet, NullableDate } from './fact-types.js';

export type MatterStage = 'open' | 'inHand' | 'waiting' | 'closed' | 'appealed';
export interface MatterFacts {
  stage: MatterStage;
  /** The account id of the assigned moderator; empty when the matter is closed. */
  assigneeIds: IdSet;
  /** Account ids of the reported member and of the reporters. */
  partyIds: IdSet;
  /** Account ids with a conflict of interest towards one of the `partyIds`. */
  tiedIds: IdSet;
  /** Account ids that ordered or approved an act whose appeal is not decided yet. */
  deciderIds: IdSet;
}
/** Facts that are copied from the matter of the row. */
interface InMatter {
  assigneeIds: IdSet;
  partyIds: IdSet;
  tiedIds: IdSet;
}
export interface ReportFacts extends InMatter {
  reporterId: string;
}
export type NoticeKind =
  | ('talk' | 'warning' | 'contentRemoved' | 'suspension' | 'separation' | 'removal')
  | ('lifted' | 'upheld');
export interface NoticeFacts extends InMatter {
  /** The recipient of the notice. */
  accountId: string;
  kind: NoticeKind;
  /** The recipient sees the notice from this time on. */
  shownFrom: Date;
  answeredAt: NullableDate;
  matterClosedAt: NullableDate;
  appealEndsAt: Date;
  appealedAt: NullableDate;
}
export interface AppealFacts extends InMatter {
  /** The account that appealed. */
  accountId: string;
  decidedAt: NullableDate;
  deciderIds: IdSet;
}
