import { JOIN_EN } from './join-text.en.js';
import { JOIN_ES } from './join-text.es.js';
import { JOIN_PT } from './join-text.pt.js';
import type { Language } from '../language.js';

/** Questions in display order. With JavaScript, the page shows one at a time. */
export const JOIN_QUESTIONS = [
  'language',
  'name',
  'work',
  'issueAreas',
  'territory',
  'hopes',
  'known',
  'reach',
] as const;
export type JoinQuestion = (typeof JOIN_QUESTIONS)[number];

/** Inputs that can have an error. */
export type JoinField =
  | ('name' | 'languages' | 'practices' | 'work' | 'issueAreas' | 'country' | 'hopes')
  | ('knownKind' | 'known' | 'reach' | 'email' | 'password' | 'invitation');

export interface JoinText {
  title: string;
  lead: string;
  parts: readonly (readonly [title: string, text: string])[];
  safety: string;
  start: string;
  /** Text on the start page for an applicant with an invitation. */
  invitation: Record<'good' | 'over', readonly [title: string, text: string]>;
  closedTitle: string;
  closed: string;
  optional: string;
  unsaid: string;
  unsaidNote: string;
  questions: Record<JoinQuestion, { title: string; lead: string }>;
  labels: {
    name: string;
    spoken: string;
    otherLanguage: string;
    none: string;
    practices: string;
    work: string;
    workHint: string;
    country: string;
    otherCountries: string;
    shared: string;
    hopes: string;
    someone: string;
    someoneNote: string;
    trace: string;
    traceNote: string;
    nobody: string;
    nobodyNote: string;
    known: string;
    email: string;
    emailNote: string;
    here: string;
    hereNote: string;
    address: string;
    addressHint: string;
    password: string;
    passwordHint: string;
  };
  /** How to correct each input; shown in the error summary and beside the input. */
  problems: Record<JoinField, string> & {
    tooLong: string;
    mixedScripts: string;
    tooMany: string;
    passwordCommon: string;
    passwordWrong: string;
    other: string;
  };
  send: string;
  tooMany: string;
  client: JoinScriptText;
  receipt: ReceiptText;
}

/** Text that only the script shows. `#` stands for a number. */
export interface JoinScriptText {
  progress: string;
  next: string;
  back: string;
  toStart: string;
  keep: string;
  kept: string;
  remove: string;
  removed: string;
  resumeTitle: string;
  resume: string;
  summary: string;
  checkTitle: string;
  checkLead: string;
  change: string;
  unsaid: string;
  sending: string;
  offline: string;
  failed: string;
  wait: string;
}

export interface ReceiptText {
  title: string;
  lead: string;
  words: string;
  copy: string;
  copied: string;
  download: string;
  file: string;
  written: string;
  mustSave: string;
  go: string;
}

export const JOIN_TEXT: Record<Language, JoinText> = { es: JOIN_ES, pt: JOIN_PT, en: JOIN_EN };
