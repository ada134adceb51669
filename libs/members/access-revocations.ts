import { Injectable } from '@nestjs/common';

/**
 * Access that ended. `sessions` closes the sockets of sessions, `rights` and `allRights` check all rooms of one or several accounts again, `room`
 * checks one room for every account. With `isTold`, clients that are removed from the room get a change notice, so that
 * they reload. `file` closes a file on the pages that have it open.
 */
export type AccessRevocation =
  | {
      readonly kind: 'sessions';
      readonly accountId: string;
      readonly sessionIds: readonly string[];
      readonly reason: string;
    }
  | { readonly kind: 'rights'; readonly accountId: string }
  | { readonly kind: 'allRights'; readonly accountIds: readonly string[] }
  | { readonly kind: 'room'; readonly room: string; readonly isTold: boolean }
  | {
      readonly kind: 'file';
      readonly accountIds: readonly string[];
      readonly subject: string;
      readonly id: string;
    };

export type AccessRevocationSender = (revocation: AccessRevocation) => Promise<void>;

/**
 * Sends revocations to every node. `realtime`, a higher library, registers the sender; mutations await it before they
 * answer.
 */
@Injectable()
export class AccessRevocations {
  private revoker: AccessRevocationSender = async () => undefined;

  register(revoker: AccessRevocationSender): void {
    this.revoker = revoker;
  }

  tell(revocation: AccessRevocation): Promise<void> {
    return this.revoker(revocation);
  }
}
