import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';
import { newId } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import type { Language } from '#kernel/language.js';
import { smtpOptions } from './smtp-options.js';
import { type MailTemplate, MAIL_TEMPLATES, mailTextOf } from './mail-templates.js';

export interface Mail {
  readonly to: string;
  readonly template: MailTemplate;
  readonly language: Language;
  /** A path of this instance, such as `/es/sign-in`. */
  readonly path: string;
  /** The id of the sending job, so that a retried mail keeps its Message-ID. */
  readonly jobId: string;
}

/**
 * Time limit of the whole delivery, as a multiple of the time limit per response: a server could answer each step just
 * in time and never finish.
 */
const LONGEST_IN_TIMEOUTS = 6;

/** Sends mail without personal content over SMTP, or writes it to `<data>/outbox/*.eml` if no server is configured. */
@Injectable()
export class MailService {
  private readonly smtp: Transporter | undefined;
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.smtp = config.smtpUrl ? createTransport(smtpOptions(config.smtpUrl, config)) : undefined;
  }

  /**
   * Sends a mail. Called from a job of the mail queue: throws if the server refuses or does not answer, so that the job
   * is retried.
   */
  async send(mail: Mail): Promise<void> {
    const { to, template, language, path } = mail;
    const { subject } = MAIL_TEMPLATES[template][language];
    const text = mailTextOf(template, language, { origin: this.config.origin, path });
    const { mailFrom: from, smtpTimeoutMs } = this.config;
    const messageId = this.messageIdOf(mail);
    const message = { from, to, subject: `Trama: ${subject}`, text, messageId };
    const signal = AbortSignal.timeout(LONGEST_IN_TIMEOUTS * smtpTimeoutMs);
    if (this.smtp) await this.smtp.sendMail({ ...message, signal });
    else await this.writeFile((await this.composer.sendMail(message)).message as Buffer);
  }

  private messageIdOf({ jobId, to, template, path }: Mail): string {
    const mail = JSON.stringify([jobId, to, template, path]);
    const hash = createHash('sha256').update(mail).digest('base64url');
    return `<${hash}@${new URL(this.config.origin).hostname}>`;
  }

  /** Deletes mail files older than this date, including incomplete ones. Returns their number. */
  async removeFilesBefore(before: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    const old = names.filter(
      (name) => Number(/^\d+(?=-)/.exec(name)?.[0] ?? NaN) < before.getTime(),
    );
    for (const name of old) await rm(join(this.folder, name), { force: true });
    return old.length;
  }

  private get folder(): string {
    return join(this.config.dataDir, 'outbox');
  }

  private async writeFile(mail: Buffer): Promise<void> {
    const { folder } = this;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = join(folder, `${this.clock.now().getTime()}-${newId()}`);
    await writeFile(`${name}.tmp`, mail, { mode: 0o600 });
    await rename(`${name}.tmp`, `${name}.eml`); // The rename makes a complete mail appear at once, so readers of the folder never see an incomplete one.
  }
}
