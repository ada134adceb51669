import { normaliseLine } from '#kernel/text.js';

const MOST = 120;
/** What a file system or a header could take for something else. */
const TELLING = /[/\\:*?"<>|;%]/g;

/** The name of a file as it is kept: no path, nothing unseen, its ending that of what the file is. */
export function fileName(said: string, ending: string): string {
  const last = said.split(/[/\\]/).at(-1) ?? '';
  const line = normaliseLine(last).replace(TELLING, '_');
  const stem = line.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replace(/^[\s.=+@-]+|[\s.]+$/gu, '');
  const shortened = [...stem].slice(0, MOST).join('').trim();
  return `${shortened || 'trama'}.${ending}`;
}

/** As RFC 6266 has it: a plain name for old readers, the whole one for all others. Never to be shown in a page. */
export function asAttachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
