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
  const isSaid = [written, url.href].some((one) => bare(one) === bare(words)) && isPlain(words);
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

/** Letters of ASCII alone: any other may look like one of them. */
const isPlain = (text: string) => /^[\x21-\x7e]+$/.test(text.trim());

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
