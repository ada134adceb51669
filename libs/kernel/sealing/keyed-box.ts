import { hkdfSync } from 'node:crypto';
import sodium from 'libsodium-wrappers';

/**
 * Encrypts JSON values with a key of their own (XChaCha20-Poly1305, https://doc.libsodium.org/secret-key_cryptography/aead).
 * The context is authenticated, so that a box cannot be moved to another row or column. The caller stores the key
 * sealed; deleting it makes every box unreadable. Await `Sealer.of` before.
 */
export class KeyedBox {
  private readonly key: Uint8Array;

  /** `key` comes from `newKey`. */
  constructor(key: string) {
    this.key = Buffer.from(key, 'base64url');
  }

  /** Returns 32 random bytes in base64url. */
  static newKey(): string {
    return Buffer.from(sodium.crypto_aead_xchacha20poly1305_ietf_keygen()).toString('base64url');
  }

  /** Encrypts a JSON value; equal values give different boxes. */
  encrypt(context: string, value: unknown): Buffer {
    const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const text = JSON.stringify(value);
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      ...([text, context, null, nonce, this.key] as const),
    );
    return Buffer.concat([nonce, box]);
  }

  /** Decrypts a box from `encrypt`. Throws for another key, another context and an altered box. */
  decrypt<T>(context: string, box: Buffer): T {
    const size = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    const [nonce, sealed] = [box.subarray(0, size), box.subarray(size)];
    const text = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      ...([null, sealed, context, nonce, this.key] as const),
    );
    return JSON.parse(sodium.to_string(text)) as T;
  }

  /** Derives a 32-byte key for another purpose (HKDF, RFC 5869). It opens no box. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', purpose, 32));
  }
}
