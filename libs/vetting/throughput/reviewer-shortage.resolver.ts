import { Int, Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { ReviewerShortageService } from './reviewer-shortage.service.js';

@For('administrator')
@Resolver()
export class ReviewerShortageResolver {
  constructor(private readonly shortage: ReviewerShortageService) {}

  /** How many more reviewers the waiting applications need, because too few of the present reviewers may read them. */
  @Query(() => Int)
  missingVetters(): Promise<number> {
    return this.shortage.ofAll();
  }
}
