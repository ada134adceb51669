import type { IdSet, Moment } from './fact-values.js';

export type MatterStage = 'open' | 'inHand' | 'waiting' | 'closed' | 'appealed';
export interface MatterFacts {
  stage: MatterStage;
  /** The account id in whose hands it is, while it is not closed. */
  assigneeIds: IdSet;
  /** Account ids of whom it is about and of whoever reported. */
  partyIds: IdSet;
  /** Account ids recused by R3 from any of these. */
  tiedIds: IdSet;
  /** Account ids that ordered or approved an act that was appealed and is not heard yet. */
  deciderIds: IdSet;
}
/** Of what stands in a matter: these three are its matter's. */
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
  /** Whom it tells. */
  accountId: string;
  kind: NoticeKind;
  /** Before that nobody is told. */
  shownFrom: Date;
  answeredAt: Moment;
  matterClosedAt: Moment;
  appealEndsAt: Date;
  appealedAt: Moment;
}
export interface AppealFacts extends InMatter {
  /** Who appealed. */
  accountId: string;
  decidedAt: Moment;
  deciderIds: IdSet;
}
