import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { NoticeDelay, NoticeKind } from '../../gql/types';

/** What was done, as whoever is told reads it and as the desk does. */
export const KINDS: Record<NoticeKind, MessageDescriptor> = {
  talk: msg`Moderación te escribe`,
  warning: msg`Advertencia`,
  contentRemoved: msg`Contenido quitado`,
  suspension: msg`Cuenta en pausa`,
  separation: msg`Separación`,
  removal: msg`Fuera de Trama`,
  lifted: msg`Medida quitada`,
  upheld: msg`La medida se mantiene`,
};

/** Why telling at once would endanger somebody. */
export const DELAYS: readonly (readonly [NoticeDelay, MessageDescriptor])[] = [
  ['dangerToSomebody', msg`Alguien quedaría en peligro`],
  ['dangerToThemself', msg`Se pondría en peligro`],
  ['retaliation', msg`Podría haber represalias`],
];
