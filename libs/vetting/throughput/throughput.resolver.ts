import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ThroughputService } from './throughput.service.js';
import { Throughput } from './throughput.view.js';

@Resolver()
export class ThroughputResolver {
  constructor(private readonly figures: ThroughputService) {}

  /** Statistics of vetting, for planning. They do not compare people. */
  @Query(() => Throughput)
  throughput(@CurrentViewer() viewer: Viewer): Promise<Throughput> {
    return this.figures.of(viewer);
  }
}
