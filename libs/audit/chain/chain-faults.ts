/** What an attacker did to a chain, as far as the chain and exported heads tell. */
export type FaultKind = 'altered' | 'removed' | 'inserted' | 'reordered' | 'rewritten' | 'cut';

/** One place at which a chain does not hold. */
export interface Fault {
  readonly kind: FaultKind;
  /** The number that the entry stands under; of entries that are gone, the first number. */
  readonly seq: number;
  /** The entry's id; null of entries that are gone. */
  readonly id: string | null;
  /** The last number of entries that are gone, or that an exported head speaks for. */
  readonly upTo?: number;
  /** `reordered`: the number under which the entry was written. */
  readonly belongsAt?: number;
  /** `altered`: the entry before it, since either of the two may be the one that was changed. */
  readonly behind?: { readonly seq: number; readonly id: string };
}
