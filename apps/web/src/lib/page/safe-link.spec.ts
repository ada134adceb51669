import fc from 'fast-check';
import { safeLink } from './safe-link';

const OVERRIDE = '\u202e';

describe('web link in a message', () => {
  it.each([
    ['its own address', 'https://ejemplo.org/ruta', 'https://ejemplo.org/ruta'],
    ['the address without its scheme', 'https://ejemplo.org/ruta', 'ejemplo.org/ruta'],
    ['the address with a slash at the end', 'https://ejemplo.org', 'https://ejemplo.org/'],
    ['the address in capitals', 'https://ejemplo.org', 'HTTPS://Ejemplo.org'],
    ['the address as the browser writes it', 'HTTP://Ejemplo.org', 'http://ejemplo.org/'],
    ['the address with a slash more', 'https://ejemplo.org/a', 'https://ejemplo.org/a/'],
    ['the address as it was typed', 'https://ejemplo.org/a/../b', 'https://ejemplo.org/a/../b'],
    ['the address that it leads to', 'https://ejemplo.org/a/../b', 'https://ejemplo.org/b'],
  ])('a web link does not show the host when its text is %s', (_what, url, text) => {
    expect(safeLink(url, text)).toEqual({ href: new URL(url).href, host: null });
  });

  it.each([
    ['other words', 'https://ejemplo.org/x', 'acá', 'ejemplo.org'],
    ['no text', 'https://ejemplo.org/x', '', 'ejemplo.org'],
    ['the address of another host', 'https://otro.example', 'https://banco.org', 'otro.example'],
    ['only the host of a longer address', 'https://ejemplo.org/x', 'ejemplo.org', 'ejemplo.org'],
    ['letters that look like others', 'https://аpple.com', 'https://аpple.com', 'xn--pple-43d.com'],
    ['its address with other letters', 'https://ejemplo.org/río', null, 'ejemplo.org'],
    ['other words for a host with a port', 'https://ejemplo.org:8443/x', 'acá', 'ejemplo.org:8443'],
    ['an encoded dot', 'https://banco.org%2eotro.example', null, 'banco.org.otro.example'],
    [
      'an encoded wide dot',
      'https://banco.org%E3%80%82otro.example',
      null,
      'banco.org.otro.example',
    ],
    ['a number as the host', 'http://2130706433/', null, '127.0.0.1'],
    ['one slash after the scheme', 'https:/ejemplo.org', null, 'ejemplo.org'],
  ])('a web link shows the host when its text is %s', (_what, url, text, host) => {
    expect(safeLink(url, text ?? url)).toEqual({ href: new URL(url).href, host });
  });

  it.each([
    ['another scheme', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['another scheme that has a host', 'ftp://ejemplo.org'],
    ['a path of this site', '/app/me'],
    ['no scheme', '//ejemplo.org'],
    ['a user name before the host', 'https://banco.org@otro.example'],
    ['a password before the host', 'https://:clave@otro.example'],
    ['a blank', 'https://ejemplo.org/a b'],
    ['a backslash', 'https:\\\\ejemplo.org'],
    ['a turned text direction', `https://ejemplo.org/${OVERRIDE}gpj`],
    ['an encoded turned text direction', 'https://ejemplo.org/%E2%80%AEgpj'],
    ['the same beside a broken code', 'https://ejemplo.org/%E2%80%AEgpj%'],
    ['the same beside broken bytes', 'https://ejemplo.org/%FF%E2%80%AE%FFgpj'],
    ['an invisible letter', 'https://ejemplo.org/%E2%80%8Bx'],
    ['an invisible letter at the start of a code', 'https://ejemplo.org/%EF%BB%BFx'],
    ['a line break', 'https://ejemplo.org/%0Ax'],
    ['nothing', ''],
  ])('a web link is rejected with %s', (_what, url) => {
    expect(safeLink(url, 'acá')).toBeNull();
  });

  it('a web link is rejected when its text contains invisible characters', () => {
    expect(safeLink('https://ejemplo.org', `x${OVERRIDE}`)).toBeNull();
    expect(safeLink('https://ejemplo.org', 'x\u2800')).toBeNull();
  });

  it('a web link keeps encoded characters that are readable', () => {
    expect(safeLink('https://ejemplo.org/r%C3%ADo', 'acá')?.href).toBe(
      'https://ejemplo.org/r%C3%ADo',
    );
    expect(safeLink('https://ejemplo.org/100%', 'acá')?.href).toBe('https://ejemplo.org/100%');
  });

  const piece = fc.constantFrom(
    ...['https://', 'http://', 'HTTPS:', '//', '/', 'banco.org', 'otro.example', '@', ':', '.', '?', '#'],
    ...['%2e', '%40', '%2f', '%E3%80%82', '127.1', 'ñ', 'а', '：', '。', '8443', '[::1]', ' ', OVERRIDE, '\\'],
  ); // prettier-ignore
  const address = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));

  it('a web link always uses http or https, and shows the host in its text or beside it', () => {
    fc.assert(
      fc.property(address, address, fc.boolean(), (url, other, isOwn) => {
        const text = isOwn ? url : other;
        const link = safeLink(url, text);
        if (!link) return;
        expect(link.href).toMatch(/^https?:\/\//);
        const { host } = new URL(link.href);
        const said = text
          .trim()
          .toLowerCase()
          .replace(/^https?:\/\//, '');
        if (link.host === null) expect(said.split(/[/?#]/)[0]).toBe(host);
        else expect(link.host).toBe(host);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('mail link in a message', () => {
  it('a mail link uses only the address', () => {
    expect(safeLink('mailto:ana@ejemplo.org', 'ana@ejemplo.org')).toEqual({
      href: 'mailto:ana@ejemplo.org',
      host: null,
    });
  });

  it('a mail link shows the address when its text differs', () => {
    expect(safeLink('MAILTO:ana@ejemplo.org', 'escríbenos')).toEqual({
      href: 'mailto:ana@ejemplo.org',
      host: 'ana@ejemplo.org',
    });
  });

  it.each(['a@b.org?body=hola', 'a@b.org&cc=c', 'a@b.org#x', 'nadie', '@b.org', 'a@', 'a b@c.org'])(
    'a mail link is rejected for %s',
    (address) => {
      expect(safeLink(`mailto:${address}`, 'acá')).toBeNull();
    },
  );
});
