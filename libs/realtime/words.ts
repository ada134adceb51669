import type { Revocation } from '#members/revocations.js';

/** A small notice that something changed; the data is asked for over GraphQL. */
export interface News {
  readonly subject: string;
  readonly id: string;
}

/**
 * What is somebody's own: they hear of it whatever rights they lost since it was told. Others may be about a place in
 * which they are no more.
 */
const OWN = new Set(['notice', 'alliance', 'blocks', 'attachment', 'myApplication']);
export const isOwn = ({ subject }: News): boolean => OWN.has(subject);

/** What is watched: `{ key: 'channel', id }`. */
export interface Room {
  readonly key: string;
  readonly id: string;
}
export const nameOf = ({ key, id }: Room): string => `${key}:${id}`;
/** The room of all sockets of one account; nobody watches it. */
export const accountRoom = (accountId: string): string => nameOf({ key: 'account', id: accountId });

/** Whose sockets are told: those of accounts, or those in a room; not those in the room `except`. */
export interface Audience {
  readonly accountIds?: readonly string[];
  readonly room?: string;
  readonly except?: string;
}

/** News that may have to wait. Its accounts were asked for after the mark `since` of `Listeners`. */
export interface Told {
  readonly to: Audience;
  readonly news: News;
  readonly since: number;
}

/** What nodes tell each other: rights that shrank, and that something they keep in memory changed. */
export type Notice = Revocation | { readonly kind: 'kept'; readonly what: string };

/** What one node says to the others on the line: ids alone. */
export type Word =
  | { readonly kind: 'revoke'; readonly id: string; readonly from: string; readonly what: Notice }
  | { readonly kind: 'done'; readonly id: string; readonly from: string; readonly to: string }
  | { readonly kind: 'news'; readonly from: string; readonly to: Audience; readonly news: News };

export function parse(text: string): Word | undefined {
  try {
    return JSON.parse(text) as Word;
  } catch {
    return undefined;
  }
}
