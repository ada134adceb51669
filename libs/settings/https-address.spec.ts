import { httpsAddress } from './https-address.js';

it('normalises https addresses as a browser does', () => {
  expect(httpsAddress('https://Example.org')).toBe('https://example.org/');
  expect(httpsAddress('https://example.org/a?b=1#c')).toBe('https://example.org/a?b=1#c');
  expect(httpsAddress('https://clima.example/<b>"')).toBe('https://clima.example/%3Cb%3E%22');
});

it.each([
  '',
  'example.org',
  '//example.org',
  'http://example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://localhost',
  'https://user@example.org',
  'https://user:word@example.org',
  'https://:word@example.org',
  `https://example.org/${'x'.repeat(254)}`,
])('rejects %j', (text) => {
  expect(httpsAddress(text)).toBeUndefined();
});
