import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '#members/account.entity.js';
import { ProfilesService } from '../profiles.service.js';

/** The name of the signed-in person, for their own screen. */
@Resolver(() => Account)
export class AccountNameResolver {
  constructor(private readonly profiles: ProfilesService) {}

  @ResolveField(() => String, { nullable: true })
  async personName(@Parent() { id }: Account): Promise<string | null> {
    return (await this.profiles.namesOf([id])).get(id) ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The id of one’s own profile.' })
  personId(@Parent() { id }: Account): Promise<string | null> {
    return this.profiles.profileIdOf(id);
  }
}
