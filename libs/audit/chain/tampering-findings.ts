/** How a chain was tampered with, as far as the chain and the exported heads show. */
export type TamperingKind = 'altered' | 'removed' | 'inserted' | 'reordered' | 'rewritten' | 'cut';

export interface TamperingFinding {
  readonly kind: TamperingKind;
  /** The stored number of the entry; of removed entries, the first number. */
  readonly seq: number;
  /** The id of the entry; null for removed entries. */
  readonly id: string | null;
  /** The last number of the removed entries, or the number of the exported head. */
  readonly upTo?: number;
  /** `reordered`: the number that the entry was written with. */
  readonly belongsAt?: number;
  /** `altered`: the entry before the altered one, since either of the two may be the altered one. */
  readonly behind?: { readonly seq: number; readonly id: string };
}
