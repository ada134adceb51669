import { defineEvent } from '#events/event-type.js';

export interface SupportRequestIds {
  readonly requestId: string;
  readonly requesterId: string;
}
export interface SupportRequestWaits extends SupportRequestIds {
  readonly isUrgent: boolean;
  /** Notifies only these supporters; by default everybody who may take the request. */
  readonly supporterIds?: readonly string[];
  /** Whether a reminder of all follows, so that those who fit are told first. */
  readonly isFirst?: boolean;
}
export interface SupporterOffers extends SupportRequestIds {
  readonly supporterId: string;
  readonly isUrgent: boolean;
}
export interface SupportRequestMoves extends SupportRequestIds {
  /** Account ids of the supporters whose lists change, from the transaction of the change: the row may be deleted. */
  readonly supporterIds: readonly string[];
  /** Account ids of the partner side, whose open pages reload too if the change concerns them. */
  readonly partnerIds?: readonly string[];
}

/** A request waits for a supporter: it is new, or it went back to the queue. */
export const SupportRequestWaiting = defineEvent<SupportRequestWaits>('support.waiting');
/** A request left the queue, changed hands or was destroyed. */
export const SupportRequestMoved = defineEvent<SupportRequestMoves>('support.moved');
export interface SupportersOnlyChanges {
  readonly requestId: string;
  readonly supporterIds: readonly string[];
}
/** The tasks of a case changed, which only its supporters read. */
export const SupportersOnlyChanged = defineEvent<SupportersOnlyChanges>(
  'support.supportersOnlyChanged',
);
export interface CaseLinksChanges {
  readonly requestId: string;
  /** The supporters of the case, its requester and the partner side. */
  readonly accountIds: readonly string[];
}
/** The links of a case changed. */
export const CaseLinksChanged = defineEvent<CaseLinksChanges>('support.linksChanged');
/** The first answer to a request is late. */
export const SupportRequestOverdue = defineEvent<SupportRequestWaits>('support.overdue');
/** An account stopped being a supporter. */
export const SupporterLeft = defineEvent<{ readonly accountId: string }>('support.supporterLeft');
/** A supporter is asked to join a case or to take it over, or can accept that now. */
export const SupporterOffered = defineEvent<SupporterOffers>('support.supporterOffered');
/** The requester can exclude a supporter who is asked, before that supporter reads anything. */
export const SupporterAnnounced = defineEvent<SupportRequestIds & { readonly isUrgent: boolean }>(
  'support.supporterAnnounced',
);
/** A person of a case whom its requester added to their side, or an outside helper. */
export interface PartnerIds extends SupportRequestIds {
  readonly accountId: string;
}
/** A person is invited to the partner side of a case. */
export const PartnerInvited = defineEvent<PartnerIds>('support.partnerInvited');
/** A person joined the partner side of a case, or their part ended. */
export const PartnerSideChanged = defineEvent<PartnerIds>('support.partnerSideChanged');
/** A person of the partner side has something to read. */
export const PartnerNewsArrived = defineEvent<PartnerIds>('support.partnerNews');
/** A member is asked to help in a case from outside. */
export const HelperAsked = defineEvent<PartnerIds>('support.helperAsked');
/** The part of an outside helper changed or ended. */
export const HelperChanged = defineEvent<PartnerIds>('support.helperChanged');
/** An outside helper has something to read. */
export const HelperNewsArrived = defineEvent<PartnerIds>('support.helperNews');
/** A supporter lost a case by a decision of its requester. */
export const SupportCaseLost = defineEvent<SupportRequestIds & { readonly supporterId: string }>(
  'support.caseLost',
);
/** The assigned supporter has something to read about their case. */
export const SupportCaseNews = defineEvent<
  SupportRequestIds & { readonly supporterId: string; readonly isUrgent?: boolean }
>('support.caseNews');
/** The requester has something to read about their request. */
export const SupportRequestNews = defineEvent<SupportRequestIds & { readonly isUrgent?: boolean }>(
  'support.news',
);
