import { ViewerLoader } from '#access/viewer.loader.js';
import type { TestApp } from '../../support/app/app.js';
import type { ReportableSubject } from './moderation-acts.js';

export type ModerationRowKind = 'matter' | 'report' | 'notice' | 'appeal';

/** The people in the database, and the rows that their acts created. */
export interface ModerationPeople {
  readonly app: TestApp;
  /** Account ids, in the order of the people's numbers. */
  readonly people: readonly string[];
  readonly profiles: readonly string[];
  readonly groupId: string;
  /** Ids of the reportable subjects. */
  readonly things: Readonly<Record<ReportableSubject, string>>;
  /** Rows in order of creation. */
  readonly rows: Readonly<Record<ModerationRowKind, readonly { readonly id: string }[]>>;
}

/** Loads the person's current rights. */
export const loadViewer = async ({ app }: ModerationPeople, accountId: string) =>
  (await app.get(ViewerLoader).byAccount(accountId))!;

export type ViewerByNumber = (who: number) => ReturnType<typeof loadViewer>;
export type RowIdLookup = (kind: ModerationRowKind, since: number) => string;
