import sodium from 'libsodium-wrappers';

/**
 * Encrypts values with a key of their own (XChaCha20-Poly1305, https://doc.libsodium.org/secret-key_cryptography/aead).
 * The caller stores the key sealed: destroying it destroys every box. A box opens only at the place for which it was
 * made, so that nobody can move it to another row or column. `Sealer.of` must have been awaited before.
 */
export class KeyedBox {
  private readonly key: Uint8Array;

  /** `key` comes from `newKey`. */
  constructor(key: string) {
    this.key = Buffer.from(key, 'base64url');
  }

  /** 32 random bytes in base64url. */
  static newKey(): string {
    return Buffer.from(sodium.crypto_aead_xchacha20poly1305_ietf_keygen()).toString('base64url');
  }

  /** Encrypts a JSON value; equal values give different boxes. */
  close(place: string, value: unknown): Buffer {
    const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const text = JSON.stringify(value);
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      ...([text, place, null, nonce, this.key] as const),
    );
    return Buffer.concat([nonce, box]);
  }

  /** Decrypts a box from `close`. Throws if it was made with another key or for another place, or altered. */
  open<T>(place: string, box: Buffer): T {
    const size = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    const [nonce, sealed] = [box.subarray(0, size), box.subarray(size)];
    const text = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      ...([null, sealed, place, nonce, this.key] as const),
    );
    return JSON.parse(sodium.to_string(text)) as T;
  }
}
