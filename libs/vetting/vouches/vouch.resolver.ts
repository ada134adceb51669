import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Vouch, VouchWeight } from './vouch.entity.js';
import { vouchWeightOf } from './vouch-weight.js';

/** A vouch as shown in an applicant's file. */
@Resolver(() => Vouch)
export class VouchResolver {
  @ResolveField(() => VouchWeight, { nullable: true })
  weight(@Parent() { attestations }: Vouch): VouchWeight | null {
    return vouchWeightOf(attestations);
  }
}
