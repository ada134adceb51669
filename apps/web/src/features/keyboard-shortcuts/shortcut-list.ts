import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { KeyAction } from '../../lib/page/keyboard-shortcuts';

export type KeyPlace = 'everywhere' | 'channel' | 'writing' | 'cases' | 'desk';

export const KEY_PLACES: Record<KeyPlace, MessageDescriptor> = {
  everywhere: msg`En toda Trama`,
  channel: msg`En un canal`,
  writing: msg`Al escribir`,
  cases: msg`En los casos de apoyo`,
  desk: msg`En la Mesa`,
};

interface SingleKey {
  readonly label: MessageDescriptor;
  readonly places: readonly KeyPlace[];
}

/** Shortcuts without a modifier, with the places where they work. */
export const SINGLE_KEYS: Record<KeyAction, SingleKey> = {
  help: { label: msg`Ver las teclas`, places: ['everywhere'] },
  find: { label: msg`Ir a la búsqueda de la página`, places: ['everywhere'] },
  nextUnread: { label: msg`Ir al siguiente canal sin leer`, places: ['everywhere'] },
  next: { label: msg`Mensaje siguiente, o siguiente de la cola`, places: ['channel', 'desk'] },
  previous: { label: msg`Mensaje anterior, o anterior de la cola`, places: ['channel', 'desk'] },
  answer: { label: msg`Responder al mensaje`, places: ['channel'] },
  accept: { label: msg`Recomendar que se acepte`, places: ['desk'] },
  ask: { label: msg`Preguntar algo más`, places: ['desk'] },
  decline: { label: msg`Recomendar que no se acepte`, places: ['desk'] },
};

interface FixedKey {
  readonly keys: string;
  readonly label: MessageDescriptor;
}

/**
 * Shortcuts that cannot be changed: with a modifier, or fixed by a browser or ARIA convention. They do not interfere
 * with typing.
 */
export const FIXED_KEYS: Record<KeyPlace, readonly FixedKey[]> = {
  everywhere: [{ keys: '⇧ ⇧ ⇧', label: msg`Bloquear ahora (Mayús tres veces)` }],
  channel: [
    { keys: 'Enter', label: msg`Qué hacer con el mensaje` },
    { keys: 'Ctrl End', label: msg`Ir al campo de mensaje` },
  ],
  writing: [
    { keys: 'Ctrl Enter', label: msg`Enviar` },
    { keys: 'Ctrl B', label: msg`Negrita` },
    { keys: 'Ctrl I', label: msg`Cursiva` },
    { keys: '@', label: msg`Nombrar a alguien` },
  ],
  cases: [{ keys: '/', label: msg`Empezar con una plantilla, en un campo vacío` }],
  desk: [
    { keys: '1 … 9', label: msg`Marcar lo que miraste` },
    { keys: '/', label: msg`Empezar con un texto, en un campo vacío` },
    { keys: 'Ctrl Enter', label: msg`Enviar` },
  ],
};
