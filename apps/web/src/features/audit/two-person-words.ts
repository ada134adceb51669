import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

type Words = Readonly<Record<string, MessageDescriptor>>;

export interface KindWords {
  /** What would be done. */
  readonly title: MessageDescriptor;
  /** What follows from it, said before the button. */
  readonly consequence: MessageDescriptor;
  /** What each line is that the server gives. */
  readonly labels: Words;
  /** Values that are words of the product and not texts of somebody. */
  readonly values?: Words;
}

/** Each kind of two-person act; a law holds this list to what the server registers. */
export const KINDS: Readonly<Record<string, KindWords>> = {
  changeSettings: {
    title: msg`Cambiar un ajuste de la instancia`,
    consequence: msg`Vale para todas las personas desde el momento en que se apruebe.`,
    labels: { setting: msg`Ajuste`, from: msg`Ahora`, to: msg`Pasaría a ser` },
    values: { vouchesNeeded: msg`Avales que necesita una postulación` },
  },
};
