import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { RotaService } from './rota.service.js';
import { SupportRota, SupportRotaInput } from './rota.view.js';

/** The days on which supporters are on duty, and the kinds of request that they take. */
@Resolver()
export class RotaResolver {
  constructor(private readonly rota: RotaService) {}

  /** The people on duty on each day of the week. */
  @Query(() => SupportRota)
  supportRota(@CurrentViewer() viewer: Viewer): Promise<SupportRota> {
    return this.rota.read(viewer);
  }

  /** Replaces the days on which the viewer is on duty, and the kinds of request that they take. */
  @Mutation(() => SupportRota)
  async setSupportRota(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SupportRotaInput,
  ): Promise<SupportRota> {
    await this.rota.set(viewer, input);
    return this.rota.read(viewer);
  }
}
