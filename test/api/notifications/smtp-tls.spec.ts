import { createTransport } from 'nodemailer';
import { readConfig } from '#kernel/config.js';
import { smtpOptions } from '#mail/smtp-options.js';
import { startSmtpServer } from '../../support/servers/smtp-server.js';

it('a mail to a server without TLS fails when TLS is required, and is sent when it is not', async () => {
  const server = await startSmtpServer();
  const config = readConfig({ TRAMA_SMTP_TIMEOUT_MS: '2000' });
  const required = smtpOptions('smtp://mail.example', config);
  const mail = { from: 'a@trama.example', to: 'b@trama.example', text: 'canary' };
  try {
    // The URL sets the server, the options set whether TLS is required.
    const transport = createTransport({ ...required, url: server.url });
    await expect(transport.sendMail(mail)).rejects.toThrow();
    expect(server.mails).toEqual([]);
    await createTransport(smtpOptions(server.url, config)).sendMail(mail);
    expect(server.mails).toHaveLength(1);
  } finally {
    await server.close();
  }
});
