import { ViewerLoader } from '#access/viewer.loader.js';
import type { TestApp } from '../../support/app/app.js';
import type { What } from './moderation-acts.js';

export type Kind = 'matter' | 'report' | 'notice' | 'appeal';

/** Whom the acts are done by and to, and what came of them. */
export interface Cast {
  readonly app: TestApp;
  /** Account ids, by number; and the profile of each. */
  readonly people: readonly string[];
  readonly profiles: readonly string[];
  readonly groupId: string;
  /** What can be reported. */
  readonly things: Readonly<Record<What, string>>;
  /** Rows as they came. */
  readonly rows: Readonly<Record<Kind, readonly { readonly id: string }[]>>;
}

/** Somebody as they are by now. */
export const viewerOf = async ({ app }: Cast, accountId: string) =>
  (await app.get(ViewerLoader).byAccount(accountId))!;

export type By = (who: number) => ReturnType<typeof viewerOf>;
export type IdOf = (kind: Kind, since: number) => string;
