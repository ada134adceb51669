import type { AccessRevocation } from '#members/access-revocations.js';

/** A small change notice; clients load the data over GraphQL. */
export interface ChangeNotice {
  readonly subject: string;
  readonly id: string;
}

/**
 * Subjects of personal notices. An account receives them even if it lost rights after they were queued. Other notices
 * may concern a group or channel that the account can no longer see.
 */
const OWN = new Set(['notice', 'alliance', 'blocks', 'attachment', 'myApplication']);
export const isPersonalNotice = ({ subject }: ChangeNotice): boolean => OWN.has(subject);

/** A room that clients watch: `{ key: 'channel', id }`. */
export interface Room {
  readonly key: string;
  readonly id: string;
}
export const roomName = ({ key, id }: Room): string => `${key}:${id}`;
/** The room of all sockets of one account; clients cannot watch it. */
export const accountRoom = (accountId: string): string =>
  roomName({ key: 'account', id: accountId });

/** The recipients of a notice: the sockets of accounts or of a room, without those in the room `except`. */
export interface NoticeRecipients {
  readonly accountIds?: readonly string[];
  readonly room?: string;
  readonly except?: string;
}

/** A notice that may have to wait. Its recipients were loaded at the revocation counter `since`. */
export interface QueuedNotice {
  readonly to: NoticeRecipients;
  readonly news: ChangeNotice;
  readonly since: number;
}

/** A command that other nodes confirm: revoke rights, or reload a cache. */
export type NodeCommand = AccessRevocation | { readonly kind: 'kept'; readonly what: string };

/** A message between nodes on the NOTIFY bus; contains only ids. */
export type BusMessage =
  | {
      readonly kind: 'revoke';
      readonly id: string;
      readonly from: string;
      readonly what: NodeCommand;
    }
  | { readonly kind: 'done'; readonly id: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'news';
      readonly from: string;
      readonly to: NoticeRecipients;
      readonly news: ChangeNotice;
    };

export function parseBusMessage(text: string): BusMessage | undefined {
  try {
    return JSON.parse(text) as BusMessage;
  } catch {
    return undefined;
  }
}
