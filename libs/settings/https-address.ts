/** Maximum length in characters. Longer addresses are rejected. */
export const MAX_HTTPS_ADDRESS_LENGTH = 254;

/**
 * The normalised https address, or undefined for other schemes, credentials, a host without a dot, or a text that is
 * too long.
 */
export function parseHttpsAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isGood = protocol === 'https:' && username === '' && password === '';
  return isGood && hostname.includes('.') && href.length <= MAX_HTTPS_ADDRESS_LENGTH
    ? href
    : undefined;
}
