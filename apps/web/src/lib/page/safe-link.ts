export interface SafeLink {
  readonly href: string;
  /** Host to show beside the link, in ASCII; null if the text of the link is already that address. */
  readonly host: string | null;
}

/** Invisible characters, and characters that reverse the text direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const BROKEN = /[\s\\]/;

/**
 * Returns the target of a link and the host to show beside it. Returns null for an unsafe link: another scheme, a user
 * name before the host, or misleading characters.
 */
export function safeLink(written: string, words: string): SafeLink | null {
  if (BROKEN.test(written) || UNSEEN.test(decoded(written)) || UNSEEN.test(words)) return null;
  if (/^mailto:/i.test(written)) return mailLink(written, words);
  const url = parsed(written);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (url.username || url.password || !url.hostname) return null;
  const isSame = [written, url.href].some((one) => bare(one) === bare(words));
  const isSaid = isSame && isPlain(words) && hostIn(words) === url.host;
  return { href: url.href, host: isSaid ? null : url.host };
}

/** Accepts a mail address without parameters, so that a link cannot fill in a subject or text. */
function mailLink(written: string, words: string): SafeLink | null {
  const address = written.slice('mailto:'.length);
  if (!/^[^\s?&#]+@[^\s?&#@]+$/.test(address)) return null;
  return { href: `mailto:${address}`, host: address === words ? null : address };
}

const bare = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

/** Host in a link text. The browser decodes some hosts and treats numbers as IP addresses. */
const hostIn = (words: string) => bare(words).split(/[/?#]/, 1)[0];

/** Whether the text is printable ASCII: other characters may look like ASCII letters. */
const isPlain = (text: string) => /^[\x21-\x7e]+$/.test(text.trim());

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Decodes all percent-encoded characters. An invalid code does not prevent decoding of the others. */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    const bytes = codes
      .slice(1)
      .split('%')
      .map((code) => Number.parseInt(code, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  });
