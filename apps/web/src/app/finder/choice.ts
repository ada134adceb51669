import type { ReactNode } from 'react';

/** One thing that can be gone to. */
export interface Choice {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly note?: string;
  /** The note says what kind of thing it is, which nobody looks for. */
  readonly isNoteOfKind?: boolean;
  /** A picture, or initials. */
  readonly start: ReactNode;
  readonly unread?: number;
}
