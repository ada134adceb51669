import { createTransport } from 'nodemailer';
import { readConfig } from '#kernel/config.js';
import { smtpOptions } from '#mail/smtp-options.js';
import { startSmtpServer } from '../../support/servers/smtp-server.js';

it('sends no mail to a server that offers no TLS where it is required, and sends it where it is not', async () => {
  const server = await startSmtpServer();
  const config = readConfig({ TRAMA_SMTP_TIMEOUT_MS: '2000' });
  const required = smtpOptions('smtp://mail.example', config);
  const mail = { from: 'a@trama.example', to: 'b@trama.example', text: 'canary' };
  try {
    // The address decides where it goes, and the options whether without TLS.
    const transport = createTransport({ ...required, url: server.url });
    await expect(transport.sendMail(mail)).rejects.toThrow();
    expect(server.mails).toEqual([]);
    await createTransport(smtpOptions(server.url, config)).sendMail(mail);
    expect(server.mails).toHaveLength(1);
  } finally {
    await server.close();
  }
});
