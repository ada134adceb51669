import { readConfig } from '#kernel/config.js';
import { smtpOptions } from './smtp-options.js';

const config = readConfig({ TRAMA_SMTP_TIMEOUT_MS: '2000' });
const needsTls = (url: string) => smtpOptions(url, config).requireTLS;

describe('SMTP options', () => {
  test.each(['mail.example', '203.0.113.5', '172.32.0.1', '[2001:db8::1]', 'localhost.example'])(
    'require TLS for %s',
    (host) => expect(needsTls(`smtp://${host}:25`)).toBe(true),
  );

  test.each(['localhost', '127.0.0.1', '[::1]', '10.1.2.3', '172.16.0.9', '192.168.1.1', 'mail'])(
    'do not require TLS for %s, which is this machine or a private network',
    (host) => expect(needsTls(`smtp://${host}:25`)).toBe(false),
  );
});
