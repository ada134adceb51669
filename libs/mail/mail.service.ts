import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';
import { newId } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import type { Language } from '#kernel/language.js';
import { type MailTemplate, TEMPLATES, textOf } from './templates.js';

export interface Mail {
  readonly to: string;
  readonly template: MailTemplate;
  readonly language: Language;
  /** A path of ours: `/es/sign-in`. */
  readonly path: string;
}

/** Sends content-free mail over SMTP, or writes it to `<data>/outbox/*.eml` where no server is configured. */
@Injectable()
export class MailService {
  private readonly smtp: Transporter | undefined;
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.smtp = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  /** Sends now; throws when the server refuses, so that the job which calls it tries again. */
  async send({ to, template, language, path }: Mail): Promise<void> {
    const { subject } = TEMPLATES[template][language];
    const text = textOf(template, language, { origin: this.config.origin, path });
    const message = { from: this.config.mailFrom, to, subject: `Trama: ${subject}`, text };
    if (this.smtp) await this.smtp.sendMail(message);
    else await this.writeFile((await this.composer.sendMail(message)).message as Buffer);
  }

  private async writeFile(mail: Buffer): Promise<void> {
    const folder = join(this.config.dataDir, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = join(folder, `${this.clock.now().getTime()}-${newId()}`);
    await writeFile(`${name}.tmp`, mail, { mode: 0o600 });
    await rename(`${name}.tmp`, `${name}.eml`); // whoever reads the folder never meets half a mail
  }
}
