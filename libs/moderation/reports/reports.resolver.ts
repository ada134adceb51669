import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { NearMessage } from '#channels/messages/message-context.service.js';
import type { Viewer } from '#policy/viewer.js';
import { CreateReport } from './create-report.js';
import { ReportInput } from '../moderation.inputs.js';
import { Report, ReportAction } from './report.entity.js';
import { ReportableMessages } from './reportable-messages.js';
import { ReportsService } from './reports.service.js';

@Resolver(() => Report)
export class ReportsResolver {
  constructor(
    private readonly reports: ReportsService,
    private readonly making: CreateReport,
    private readonly messages: ReportableMessages,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Report], { description: 'What the viewer reported.' })
  myReports(@CurrentViewer() viewer: Viewer) {
    return this.reports.listOwn(viewer);
  }

  @Query(() => [NearMessage], { description: 'What may go along with a report of a message.' })
  reportContext(
    @CurrentViewer() viewer: Viewer,
    @Args('messageId', { type: () => ID }) messageId: string,
  ) {
    return this.messages.offered(viewer, messageId);
  }

  /** Requesters without a membership report what they read in their case; the policies refuse them everything else. */
  @For('anySignedIn', 'guest')
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
