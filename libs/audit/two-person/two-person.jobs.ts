import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { TwoPersonService } from './two-person.service.js';

@Injectable()
export class TwoPersonJobs {
  constructor(private readonly service: TwoPersonService) {}

  @Job({ name: 'twoPerson.expire', cron: '* * * * *' })
  expire(): Promise<void> {
    return this.service.expire();
  }
}
