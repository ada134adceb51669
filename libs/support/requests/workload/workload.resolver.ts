import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseLimitsSetting } from './case-limits-setting.service.js';
import { SupporterRestService } from './supporter-rest.service.js';
import { CaseLimitsInput, CaseLimitsView, SupportWorkload } from './workload.view.js';

/** The workload and rest of supporters, and the limits that administrators set. */
@Resolver()
export class WorkloadResolver {
  constructor(
    private readonly rest: SupporterRestService,
    private readonly limits: CaseLimitsSetting,
  ) {}

  /** The number of requests and cases that the viewer holds, and their rest. */
  @Query(() => SupportWorkload)
  supportWorkload(@CurrentViewer() viewer: Viewer): Promise<SupportWorkload> {
    return this.rest.workload(viewer);
  }

  /** Returns everything that the viewer holds to the queue, and lets them claim nothing until they end the rest. */
  @Mutation(() => SupportWorkload)
  async startSupportRest(@CurrentViewer() viewer: Viewer): Promise<SupportWorkload> {
    await this.rest.start(viewer);
    return this.rest.workload(viewer);
  }

  /** Ends the viewer's rest, also the one after an urgent case. */
  @Mutation(() => SupportWorkload)
  async endSupportRest(@CurrentViewer() viewer: Viewer): Promise<SupportWorkload> {
    await this.rest.end(viewer);
    return this.rest.workload(viewer);
  }

  /** How many requests and cases a supporter may have at the same time. */
  @For('administrator')
  @Query(() => CaseLimitsView)
  caseLimits(@CurrentViewer() viewer: Viewer) {
    return this.limits.read(viewer);
  }

  /** Requests other limits; another administrator approves them. */
  @For('administrator')
  @Mutation(() => TwoPersonAct)
  askToChangeCaseLimits(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { reason, ...limits }: CaseLimitsInput,
  ) {
    return this.limits.ask(viewer, limits, reason);
  }
}
