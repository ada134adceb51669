import { Module } from '@nestjs/common';
import { LateMailAlarm } from './mail-queue.js';
import { MailService } from './mail.service.js';

@Module({ providers: [LateMailAlarm, MailService], exports: [MailService] })
export class MailModule {}
