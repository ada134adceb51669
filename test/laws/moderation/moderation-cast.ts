import { ViewerLoader } from '#access/viewer.loader.js';
import type { TestApp } from '../../support/app/app.js';
import type { What } from './moderation-acts.js';

export type Kind = 'matter' | 'report' | 'notice' | 'appeal';

/** The people of a world and the rows that their acts created. */
export interface Cast {
  readonly app: TestApp;
  /** Account ids and profile ids by number. */
  readonly people: readonly string[];
  readonly profiles: readonly string[];
  readonly groupId: string;
  /** Ids of the reportable subjects. */
  readonly things: Readonly<Record<What, string>>;
  /** Rows in order of creation. */
  readonly rows: Readonly<Record<Kind, readonly { readonly id: string }[]>>;
}

/** Loads the person's current rights. */
export const viewerOf = async ({ app }: Cast, accountId: string) =>
  (await app.get(ViewerLoader).byAccount(accountId))!;

export type By = (who: number) => ReturnType<typeof viewerOf>;
export type IdOf = (kind: Kind, since: number) => string;
