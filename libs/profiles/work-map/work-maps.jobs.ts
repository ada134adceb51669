import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { WorkMapsService } from './work-maps.service.js';

@Injectable()
export class WorkMapsJobs {
  constructor(private readonly maps: WorkMapsService) {}

  @Job({ name: 'workMap.take', cron: '13 3 * * *', isLong: true })
  async take(): Promise<void> {
    await this.maps.take();
  }
}
