import { isCommonPassword } from './common-passwords.js';

describe('isCommonPassword', () => {
  it.each([
    '123456789012',
    '1qaz2wsx3edc4rfv',
    'Counterstrike',
    'PASSWORD12345',
    '2026password!!',
    'passwordpassword',
    'aaaaaaaaaaaaaa',
    'abcabcabcabc',
  ])('recognises %s as common', async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  });

  it.each([
    'trama-demo-2026',
    'caballo correcto pila grapa',
    'el río suena y nadie duerme',
    'zapatos-verdes-en-marzo',
    'ñandú ñandú ñandé 1974',
  ])('does not recognise %s as common', async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  });
});
