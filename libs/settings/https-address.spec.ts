import { parseHttpsAddress } from './https-address.js';

it('parseHttpsAddress normalises https addresses as a browser does', () => {
  expect(parseHttpsAddress('https://Example.org')).toBe('https://example.org/');
  expect(parseHttpsAddress('https://example.org/a?b=1#c')).toBe('https://example.org/a?b=1#c');
  expect(parseHttpsAddress('https://clima.example/<b>"')).toBe('https://clima.example/%3Cb%3E%22');
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
])('parseHttpsAddress rejects %j', (text) => {
  expect(parseHttpsAddress(text)).toBeUndefined();
});
