import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { MakeReport } from './make-report.js';
import { ReportInput } from './moderation.inputs.js';
import { Report, ReportAction } from './report.entity.js';
import { ReportsService } from './reports.service.js';

@Resolver(() => Report)
export class ReportsResolver {
  constructor(
    private readonly reports: ReportsService,
    private readonly making: MakeReport,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Report], { description: 'What the viewer reported.' })
  myReports(@CurrentViewer() viewer: Viewer) {
    return this.reports.listOwn(viewer);
  }

  @Mutation(() => Boolean)
  async report(@CurrentViewer() viewer: Viewer, @Args('input') input: ReportInput) {
    await this.making.make(viewer, input);
    return true;
  }

  @ResolveField(() => [ReportAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() report: Report) {
    return this.access.viewerCan('Report', report.id, viewer);
  }
}
