import { isLinkTemplate, newLinkOf } from './link-template.js';

it.each([
  ['https://sala.example/*', true],
  ['https://Sala.example:8443/a/b-*?x=1#y', true],
  ['http://sala.example/*', false],
  ['https://sala.example/*/*', false],
  ['https://sala.example/x', false],
  ['https://*.example/x', false],
  ['https://*', false],
  ['https://a:b@sala.example/*', false],
  ['https://sala.example\\@otra.example/*', false],
  ['https://0x7f.1/*', false],
  ['https://ѕala.example/*', false],
  ['javascript:alert(1)/*', false],
])('accepts only an address with https and one placeholder after its host: %s, %s', (text, is) => {
  expect(isLinkTemplate(text)).toBe(is);
});

it('every link has 128 random bits on the host of the template', () => {
  const links = Array.from({ length: 500 }, () => newLinkOf('https://sala.example/$&-*'));
  expect(new Set(links).size).toBe(links.length);
  for (const link of links) {
    expect(link).toMatch(/^https:\/\/sala\.example\/\$&-[\w-]{22}$/);
    expect(URL.parse(link)!.host).toBe('sala.example');
  }
});
