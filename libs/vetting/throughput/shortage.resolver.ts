import { Int, Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { Shortage } from './shortage.service.js';

@For('administrator')
@Resolver()
export class ShortageResolver {
  constructor(private readonly shortage: Shortage) {}

  /** How many more people who vet are needed for what waits: some of it may be read by too few. */
  @Query(() => Int)
  missingVetters(): Promise<number> {
    return this.shortage.ofAll();
  }
}
