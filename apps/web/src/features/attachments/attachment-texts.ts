import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FileRejection } from './sending/file-rules';

const MINUTE = 60;

/** Rounded estimate of the remaining time. */
export const remainingTimeText = (seconds: number): string =>
  seconds < MINUTE ? `${seconds} s` : `${Math.ceil(seconds / MINUTE)} min`;

const REFUSALS: Readonly<Record<FileRejection, MessageDescriptor>> = {
  type: msg`Se pueden enviar fotos (JPEG, PNG, WebP, GIF), PDF y DOCX. Este archivo es de otro tipo.`,
  large: msg`Pesa demasiado: el máximo es 25 MB para un documento y 40 MB para una foto.`,
  empty: msg`Está vacío.`,
  unreadable: msg`No se pudo abrir esa imagen: está incompleta o es enorme.`,
  many: msg`Un mensaje lleva hasta 10 archivos.`,
  full: msg`No queda espacio en este dispositivo. Libera un poco y elige el archivo otra vez.`,
  waiting: msg`Ya esperan 50 MB en este dispositivo. Cuando salgan, elige el archivo otra vez.`,
};

export const rejectionText = (why: FileRejection): string => i18n._(REFUSALS[why]);

const RECORDER: Readonly<Record<string, MessageDescriptor>> = {
  refused: msg`El navegador no deja usar el micrófono. Dale permiso a esta página en el candado de la barra de direcciones y prueba otra vez.`,
  none: msg`No se encontró ningún micrófono que funcione.`,
  silent: msg`No se grabó nada. Prueba otra vez.`,
};

export const recorderFaultText = (why: string): string =>
  RECORDER[why] ? i18n._(RECORDER[why]) : rejectionText(why as FileRejection);

const REMOVED: Readonly<Record<string, MessageDescriptor>> = {
  location: msg`lugar`,
  author: msg`autoría`,
  device: msg`cámara o programa`,
  dates: msg`fechas`,
  thumbnail: msg`miniatura oculta`,
  comments: msg`comentarios y descripciones`,
  history: msg`versiones anteriores`,
  script: msg`código`,
  files: msg`archivos dentro`,
  other: msg`otros datos ocultos`,
};

export function removedDataText(removed: readonly string[]): string {
  const words = removed.map((one) => i18n._(REMOVED[one] ?? REMOVED['other']!));
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(words);
}
