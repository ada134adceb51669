/** In characters. Longer addresses are rejected. */
export const LONGEST_ADDRESS = 254;

/**
 * The normalised https address, or undefined for other schemes, credentials, a host without a dot, or a text that is
 * too long.
 */
export function httpsAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isGood = protocol === 'https:' && username === '' && password === '';
  return isGood && hostname.includes('.') && href.length <= LONGEST_ADDRESS ? href : undefined;
}
