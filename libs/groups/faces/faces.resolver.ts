import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsString } from 'class-validator';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Face } from './face.view.js';
import { FacesService } from './faces.service.js';

@ArgsType()
class FacesArgs {
  @Field(() => [ID], { description: 'Of profiles and memberships; at most 100.' })
  @ArrayMaxSize(100)
  @IsString({ each: true })
  ids!: string[];
}

@Resolver(() => Face)
export class FacesResolver {
  constructor(private readonly service: FacesService) {}

  @Query(() => [Face], { description: 'Those whom the viewer may see; others are absent.' })
  faces(@CurrentViewer() viewer: Viewer, @Args() { ids }: FacesArgs) {
    return this.service.of(viewer, ids);
  }
}
