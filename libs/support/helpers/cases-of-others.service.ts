import { Injectable } from '@nestjs/common';
import type { Viewer } from '#policy/viewer.js';
import { CasePartnerViewsService } from '../partners/case-partner-views.service.js';
import { HelperViewsService } from './helper-views.service.js';

/** Counts what waits for the viewer in cases of other people. */
@Injectable()
export class CasesOfOthersService {
  constructor(
    private readonly partners: CasePartnerViewsService,
    private readonly helpers: HelperViewsService,
  ) {}

  /** Invitations, questions, and cases with unread messages. */
  async countNews(viewer: Viewer): Promise<number> {
    const ofPartners = await this.partners.countNews(viewer);
    return ofPartners + (await this.helpers.countNews(viewer));
  }
}
