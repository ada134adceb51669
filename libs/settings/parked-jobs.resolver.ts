import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { ParkedJobsService } from '#events/parked-jobs.service.js';
import { ParkedJob } from './parked-job.view.js';

/** Lists parked jobs and retries them. */
@For('administrator')
@Resolver()
export class ParkedJobsResolver {
  constructor(private readonly parked: ParkedJobsService) {}

  @Query(() => [ParkedJob])
  parkedJobs(): Promise<ParkedJob[]> {
    return this.parked.list();
  }

  @Mutation(() => [ParkedJob])
  async retryParkedJob(@Args('id', { type: () => ID }) id: string): Promise<ParkedJob[]> {
    await this.parked.retry(id);
    return this.parked.list();
  }
}
