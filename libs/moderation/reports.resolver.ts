import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { MakeReport } from './make-report.js';
import { ReportInput, SuspendInput } from './moderation.inputs.js';
import { Report, ReportAction } from './report.entity.js';
import { ReportFiles } from './report-files.js';
import { ReportFile } from './report.view.js';
import { ReportsService } from './reports.service.js';
import { SanctionsService } from './sanctions.service.js';

const REPORT_ID = { name: 'reportId', type: () => ID } as const;

@Resolver(() => Report)
export class ReportsResolver {
  constructor(
    private readonly reports: ReportsService,
    private readonly making: MakeReport,
    private readonly sanctions: SanctionsService,
    private readonly files: ReportFiles,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Report])
  reportQueue(@CurrentViewer() viewer: Viewer) {
    return this.reports.queue(viewer);
  }

  @Query(() => Report, { description: 'One of the queue, or NOT_FOUND once it is closed.' })
  deskReport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.reports.atDesk(viewer, id);
  }

  @Query(() => Int, {
    description: 'How many reports wait for the viewer; 0 for whoever does not moderate.',
  })
  reportsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.reports.countWaiting(viewer);
  }

  @Query(() => [Report], { description: 'What the viewer reported.' })
  myReports(@CurrentViewer() viewer: Viewer) {
    return this.reports.listOwn(viewer);
  }

  @Mutation(() => Boolean)
  async report(@CurrentViewer() viewer: Viewer, @Args('input') input: ReportInput) {
    await this.making.make(viewer, input);
    return true;
  }

  @Mutation(() => Report)
  claimReport(@CurrentViewer() viewer: Viewer, @Args(REPORT_ID) id: string) {
    return this.reports.claim(viewer, id);
  }

  @Mutation(() => Report)
  releaseReport(@CurrentViewer() viewer: Viewer, @Args(REPORT_ID) id: string) {
    return this.reports.release(viewer, id);
  }

  /** A mutation, since opening a file is an act that is written down. */
  @Mutation(() => ReportFile)
  openReport(@CurrentViewer() viewer: Viewer, @Args(REPORT_ID) id: string) {
    return this.files.open(viewer, id);
  }

  @Mutation(() => Report)
  closeReport(@CurrentViewer() viewer: Viewer, @Args(REPORT_ID) id: string) {
    return this.reports.close(viewer, id);
  }

  @Mutation(() => Report)
  removeReportedContent(@CurrentViewer() viewer: Viewer, @Args(REPORT_ID) id: string) {
    return this.sanctions.removeContent(viewer, id);
  }

  @Mutation(() => Report)
  suspendReported(@CurrentViewer() viewer: Viewer, @Args('input') input: SuspendInput) {
    return this.sanctions.suspend(viewer, input.reportId, input.hours);
  }

  @ResolveField(() => [ReportAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() report: Report) {
    return this.access.viewerCan('Report', report.id, viewer);
  }

  @ResolveField(() => Boolean, { description: 'Whether somebody else is on it.' })
  isTaken(@CurrentViewer() viewer: Viewer, @Parent() report: Report) {
    return report.assigneeId !== null && report.assigneeId !== viewer.accountId;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer is on it.' })
  isMine(@CurrentViewer() viewer: Viewer, @Parent() report: Report) {
    return report.assigneeId === viewer.accountId;
  }
}
