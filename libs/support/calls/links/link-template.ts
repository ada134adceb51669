import { randomBytes } from 'node:crypto';

/** The longest template; a link has 22 characters in place of one. */
export const MAX_LINK_TEMPLATE = 400;
/** 128 bits: nobody finds the call of others by guessing. */
const RANDOM_BYTES = 16;
const PLACEHOLDER = '*';

/**
 * Whether a template is an address with https, without credentials, and with one placeholder after its host: a random
 * part can then never lead to another host.
 */
export function isLinkTemplate(template: string): boolean {
  const [, host] = /^https:\/\/([^/?#*@\\\s]+)\/[^*\s]*\*[^*\s]*$/i.exec(template) ?? [];
  // The host must be what both administrators read: no other spelling of it, and no address in disguise.
  return host !== undefined && URL.parse(template)?.host === host.toLowerCase();
}

/** A link that is made of a template, with a new random part in place of its placeholder. */
export function newLinkOf(template: string): string {
  return template.replace(PLACEHOLDER, () => randomBytes(RANDOM_BYTES).toString('base64url'));
}
