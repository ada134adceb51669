import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import type { CaseLink } from './case-link.entity.js';

type Key = Pick<SupportRequest, 'key'>;

/** The name of a link, and its address as browsers write it, with the host in punycode. */
export interface LinkContent {
  readonly name: string;
  readonly url: string;
}

const contextOf = (id: string) => `case_link.content ${id}`;

/** Encrypts the content of a link with the key of its request. */
export const encryptLink = ({ key }: Key, id: string, content: LinkContent): Buffer =>
  new KeyedBox(key).encrypt(contextOf(id), content);

/** Decrypts the content of a link. Throws for the key of another request. */
export const decryptLink = ({ key }: Key, { id, content }: CaseLink): LinkContent =>
  new KeyedBox(key).decrypt<LinkContent>(contextOf(id), content);
