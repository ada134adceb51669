import { Injectable } from '@nestjs/common';

/**
 * Something that a person may no longer hear. Sessions close; by rights all rooms of one account are asked for again, by
 * room one room of everybody. With `isTold` whoever has to leave it is told to ask for it once more. A file is closed at
 * the pages of those who had it open.
 */
export type Revocation =
  | {
      readonly kind: 'sessions';
      readonly accountId: string;
      readonly sessionIds: readonly string[];
      readonly reason: string;
    }
  | { readonly kind: 'rights'; readonly accountId: string }
  | { readonly kind: 'room'; readonly room: string; readonly isTold: boolean }
  | {
      readonly kind: 'file';
      readonly accountIds: readonly string[];
      readonly subject: string;
      readonly id: string;
    };

export type Revoker = (revocation: Revocation) => Promise<void>;

/**
 * Where the facts of authority tell that they shrank. `realtime`, further down, registers as the one who carries it to
 * every node; it is awaited before the mutation answers.
 */
@Injectable()
export class Revocations {
  private revoker: Revoker = async () => undefined;

  register(revoker: Revoker): void {
    this.revoker = revoker;
  }

  tell(revocation: Revocation): Promise<void> {
    return this.revoker(revocation);
  }
}
