import { JOIN_EN } from './join-words.en.js';
import { JOIN_ES } from './join-words.es.js';
import { JOIN_PT } from './join-words.pt.js';
import type { Language } from '../language.js';

/** The questions in their order; the page shows one at a time where there is script. */
export const QUESTIONS = [
  'language',
  'name',
  'work',
  'issueAreas',
  'territory',
  'hopes',
  'known',
  'reach',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Inputs that can be wrong. */
export type JoinField =
  | ('name' | 'languages' | 'practices' | 'work' | 'issueAreas' | 'country' | 'hopes')
  | ('knownKind' | 'known' | 'reach' | 'email' | 'password' | 'invitation');

export interface JoinWords {
  title: string;
  lead: string;
  parts: readonly (readonly [title: string, text: string])[];
  safety: string;
  start: string;
  /** What the start says to whoever came with an invitation. */
  invitation: Record<'good' | 'over', readonly [title: string, text: string]>;
  closedTitle: string;
  closed: string;
  optional: string;
  unsaid: string;
  unsaidNote: string;
  questions: Record<Question, { title: string; lead: string }>;
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
  /** What to do about each input, for the error summary and beside it. */
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
  client: JoinClientWords;
  receipt: ReceiptWords;
}

/** What only the script says. `#` stands for a number. */
export interface JoinClientWords {
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

export interface ReceiptWords {
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

export const JOIN_WORDS: Record<Language, JoinWords> = { es: JOIN_ES, pt: JOIN_PT, en: JOIN_EN };
