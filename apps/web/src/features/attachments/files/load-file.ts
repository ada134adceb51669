import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { setServerReached } from '../../../lib/server/connection';

export type FileVariant = 'original' | 'thumb';
/** The bytes; `gone` if the viewer may no longer read the file; `offline` if the server did not answer. */
export type LoadedFile = Blob | 'gone' | 'offline';

/** Size limit of the in-memory file cache. Files are never stored on the device. */
const MOST_BYTES = 30 * 1_024 * 1_024;
const held = new Map<string, Blob>();

const FAULTS: Readonly<Record<string, MessageDescriptor>> = {
  gone: msg`Ya no está: se borró, o ya no tienes acceso.`,
  offline: msg`Sin conexión: se puede abrir cuando vuelva la señal.`,
  unreadable: msg`Este navegador no puede reproducirlo.`,
};

export const fileFaultText = (fault: string): string => i18n._(FAULTS[fault] ?? FAULTS['gone']!);

/** Loads a file of a message, from the in-memory cache if possible. The endpoint checks the policy on every request. */
export async function loadFile(id: string, part: FileVariant): Promise<LoadedFile> {
  const key = `${id}/${part}`;
  const known = held.get(key);
  if (known) return known;
  const answer = await fetch(`/files/${key}`, { credentials: 'same-origin' }).catch(
    () => undefined,
  );
  setServerReached(answer !== undefined);
  if (!answer || answer.status >= 500) return 'offline';
  if (!answer.ok) return 'gone';
  const blob = await answer.blob().catch(() => undefined);
  if (!blob) return 'offline';
  hold(key, blob);
  return blob;
}

function hold(key: string, blob: Blob): void {
  held.set(key, blob);
  let bytes = [...held.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [oldest, { size }] of held) {
    if (bytes <= MOST_BYTES) return;
    held.delete(oldest);
    bytes -= size;
  }
}
