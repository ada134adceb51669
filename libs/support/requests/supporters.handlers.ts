import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { MembersSeparated } from '#members/members.events.js';
import { HelperParts } from '../helpers/helper-parts.js';
import { PartnerParts } from '../partners/partner-parts.js';
import { SupporterLeft } from './support.events.js';
import { SupportersService } from './supporters.service.js';

@Injectable()
export class SupporterHandlers {
  constructor(
    private readonly db: Database,
    private readonly supporters: SupportersService,
    private readonly partners: PartnerParts,
    private readonly helpers: HelperParts,
  ) {}

  @On(SupporterLeft)
  whenASupporterLeaves({ accountId }: { readonly accountId: string }): Promise<void> {
    return this.supporters.markLeft(accountId);
  }

  /** Two separated members do not meet on one partner side, nor as the helper and the requester of a case. */
  @On(MembersSeparated)
  async whenTwoAreSeparated(pair: {
    readonly lowId: string;
    readonly highId: string;
    readonly reportedId: string;
  }): Promise<void> {
    const { lowId, highId, reportedId } = pair;
    const reporterId = reportedId === lowId ? highId : lowId;
    await this.db.write(async () => {
      await this.partners.endBetween(reportedId, reporterId);
      await this.helpers.endBetween(reportedId, reporterId);
    });
  }
}
