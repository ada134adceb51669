import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { DecoyAlarmsService } from './decoy-alarms.service.js';

@Injectable()
export class DecoysJobs {
  constructor(private readonly alarms: DecoyAlarmsService) {}

  @Job({ name: 'decoys.tell', cron: '*/5 * * * *' })
  tell(): Promise<void> {
    return this.alarms.tell();
  }
}
