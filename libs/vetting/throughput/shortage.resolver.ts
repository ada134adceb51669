import { Int, Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { Shortage } from './shortage.service.js';

@For('administrator')
@Resolver()
export class ShortageResolver {
  constructor(private readonly shortage: Shortage) {}

  /** How many more reviewers the waiting applications need, because too few may read some of them. */
  @Query(() => Int)
  missingVetters(): Promise<number> {
    return this.shortage.ofAll();
  }
}
