import type { ReactNode } from 'react';

/** A channel, person, group or screen that the command menu can open. */
export interface FinderChoice {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly note?: string;
  /** Whether the note only names the kind of the choice, so that the search ignores it. */
  readonly isNoteOfKind?: boolean;
  readonly start: ReactNode;
  readonly unread?: number;
}
