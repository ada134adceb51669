import { i18n } from '@lingui/core';

const KB = 1_024;

/** Formats a number of bytes for people: 84 KB, 2,1 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < KB * KB) return `${i18n.number(Math.max(1, Math.round(bytes / KB)))} KB`;
  return `${i18n.number(bytes / KB / KB, { maximumFractionDigits: 1 })} MB`;
}
