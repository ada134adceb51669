import { normaliseLine } from '#kernel/text.js';

const MOST = 120;
/** Characters with a special meaning in paths or headers. */
const TELLING = /[/\\:*?"<>|;%]/g;

/** Returns a safe file name: no path, no invisible characters, and the extension of the actual type. */
export function safeFileName(said: string, ending: string): string {
  const last = said.split(/[/\\]/).at(-1) ?? '';
  const line = normaliseLine(last).replace(TELLING, '_');
  const stem = line.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replace(/^[\s.=+@-]+|[\s.]+$/gu, '');
  const shortened = [...stem].slice(0, MOST).join('').trim();
  return `${shortened || 'trama'}.${ending}`;
}

/**
 * Returns a `Content-Disposition` header (RFC 6266) with an ASCII name for old clients and the full name for others.
 * The header makes browsers download the file instead of showing it.
 */
export function contentDisposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
