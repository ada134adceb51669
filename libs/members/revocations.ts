import { Injectable } from '@nestjs/common';

/** Something that a person may no longer hear. `sessionIds` close; without it their rooms are asked again. */
export type Revocation =
  | {
      readonly kind: 'sessions';
      readonly accountId: string;
      readonly sessionIds: readonly string[];
      readonly reason: string;
    }
  | { readonly kind: 'rights'; readonly accountId: string };

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
