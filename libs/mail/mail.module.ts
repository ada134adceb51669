import { Module } from '@nestjs/common';
import { MailAlarm } from './mail-queue.js';
import { MailService } from './mail.service.js';

@Module({ providers: [MailAlarm, MailService], exports: [MailService] })
export class MailModule {}
