import type { Language } from '../language.js';
import { STATUS_EN } from './status-text.en.js';
import { STATUS_ES } from './status-text.es.js';
import { STATUS_PT } from './status-text.pt.js';

/** Text of the status pages. `#` stands for a name, a number or a time. */
export interface StatusText {
  title: string;
  of: string;
  /** Heading for each stage. */
  headings: {
    submitted: string;
    inReview: string;
    asked: string;
    accepted: string;
    declined: string;
    withdrawn: string;
    appealed: string;
    declinedAgain: string;
  };
  question: string;
  from: string;
  answer: string;
  answerHint: string;
  reply: string;
  answerLost: string;
  promise: string;
  promiseBy: string;
  promiseAsked: string;
  promisePassed: string;
  waitsForSecond: string;
  timeline: string;
  steps: {
    received: string;
    first: string;
    firstNext: string;
    firstNow: string;
    firstDone: string;
    second: string;
    secondNext: string;
    secondNow: string;
    secondDone: string;
    third: string;
    thirdNext: string;
    thirdNow: string;
    thirdDone: string;
    lookAgain: string;
    agreed: string;
    waiting: string;
    decision: string;
    decisionNext: string;
    firstDecision: string;
    firstDecisionDone: string;
    appeal: string;
    appealDone: string;
    finalDecision: string;
  };
  /** Text about the appeal against a decline. */
  appeal: {
    title: string;
    until: string;
    laterIf: string;
    label: string;
    hint: string;
    send: string;
    lost: string;
    sent: string;
    later: string;
    first: string;
    final: string;
    kept: string;
    withdraw: string;
    withdrawText: string;
  };
  vouches: string;
  vouchesText: string;
  code: string;
  count: string;
  countOne: string;
  countNone: string;
  decisionTitle: string;
  reasons: Record<'purpose' | 'notEnough' | 'risk' | 'conduct' | 'other', string>;
  sent: string;
  sentLead: string;
  opened: string;
  unsaid: string;
  leave: string;
  leaveTitle: string;
  withdraw: string;
  withdrawText: string;
  remove: string;
  removeText: string;
  stay: string;
  gone: string;
  goneText: string;
  destroyed: string;
  /** Shown after the application was deleted. */
  receipt: { title: string; text: string; kept: string };
  again: string;
  againFrom: string;
  remembered: string;
  back: {
    title: string;
    lead: string;
    words: string;
    hint: string;
    open: string;
    wrong: string;
    wait: string;
    signIn: string;
    apply: string;
  };
  /** Link to the page on which an applicant asks for support. */
  support: string;
  /** The same link once the applicant asked, without and with something new to read. */
  supportAsked: string;
  supportNews: string;
  /** For an applicant whose open request for support is deleted with the account. */
  keepRequest: { text: string; act: string };
  signOut: string;
  zone: string;
}

export const STATUS_TEXT: Record<Language, StatusText> = {
  es: STATUS_ES,
  pt: STATUS_PT,
  en: STATUS_EN,
};
