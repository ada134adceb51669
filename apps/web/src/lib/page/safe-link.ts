export interface SafeLink {
  readonly href: string;
  /** Whole, in letters that cannot be taken for others, where the words of the link do not say it. */
  readonly host: string | null;
}

/** What a reader cannot see, or what turns the order of letters around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const BROKEN = /[\s\\]/;

/** Where a link leads, and what must be said of that; null where it is no link: another scheme, a name before the host, tricks. */
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

/** An address and nothing else: no subject or text is put into somebody's mouth. */
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

/** The host as a reader sees it: the browser decodes some hosts, and reads numbers as addresses. */
const hostIn = (words: string) => bare(words).split(/[/?#]/, 1)[0];

/** Letters of ASCII alone: any other may look like one of them. */
const isPlain = (text: string) => /^[\x21-\x7e]+$/.test(text.trim());

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** With every encoded letter; one broken code does not hide the others. */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    const bytes = codes
      .slice(1)
      .split('%')
      .map((code) => Number.parseInt(code, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  });
