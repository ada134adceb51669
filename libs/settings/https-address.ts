/** Characters; longer addresses are refused. */
export const LONGEST_ADDRESS = 254;

/**
 * An https address as a browser writes it. Undefined for everything else: other schemes, credentials, a host without a dot,
 * what is too long.
 */
export function httpsAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isGood = protocol === 'https:' && username === '' && password === '';
  return isGood && hostname.includes('.') && href.length <= LONGEST_ADDRESS ? href : undefined;
}
