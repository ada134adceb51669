import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RequesterMailTimesService } from '#support/team/requester-mail-times.service.js';
import { NewsMailService } from './news-mail.service.js';

/** Lets the support services know when a mail to a requester can leave. */
@Injectable()
export class AnswerMailTimes implements OnModuleInit {
  constructor(
    private readonly times: RequesterMailTimesService,
    private readonly mails: NewsMailService,
  ) {}

  onModuleInit() {
    this.times.register((accountId, isUrgent) => this.mails.nextAt(accountId, isUrgent));
  }
}
