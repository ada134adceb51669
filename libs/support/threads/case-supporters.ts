import { Injectable } from '@nestjs/common';
import { CaseAssignments, type ClaimTimes } from '../requests/assignments/case-assignments.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { HelperParts } from '../helpers/helper-parts.js';
import { CallEndings } from '../calls/call-endings.js';
import { PartnerParts } from '../partners/partner-parts.js';
import { CaseTeam } from '../team/case-team.js';
import { CaseThreadsService } from './case-threads.service.js';

/**
 * Assigns requests to supporters, and lets the supporter of an accepted one take part in its threads. Only
 * `CaseTransitions` and `CasePauses` call it, in the transaction of the change.
 */
@Injectable()
export class CaseSupporters {
  constructor(
    private readonly assignments: CaseAssignments,
    private readonly threads: CaseThreadsService,
    /** The supporters besides the lead. */
    readonly team: CaseTeam,
    readonly partners: PartnerParts,
    readonly calls: CallEndings,
    readonly helpers: HelperParts,
  ) {}

  claimTimes(request: SupportRequest, supporterId: string): Promise<ClaimTimes> {
    return this.assignments.claimTimes(request, supporterId);
  }

  /** Assigns a claimed request, whose threads stay closed to the supporter. */
  claim(request: SupportRequest, supporterId: string, claimedUntil: Date): Promise<void> {
    return this.assignments.start(request, supporterId, claimedUntil);
  }

  /** Gives the supporter who claimed a request time until after a call. */
  extend(request: SupportRequest, claimedUntil: Date): Promise<void> {
    return this.assignments.extend(request, claimedUntil);
  }

  restart(request: SupportRequest): Promise<void> {
    return this.assignments.restart(request);
  }

  /** Makes its supporters open a request again whose content has grown. */
  markUnopened(request: SupportRequest): Promise<void> {
    return this.assignments.markUnopened(request);
  }

  markAnswered(request: SupportRequest): Promise<void> {
    return this.assignments.markAnswered(request);
  }

  /** Begins the part of the supporter who accepted the request. */
  async accept(request: SupportRequest): Promise<void> {
    await this.assignments.accept(request);
    await this.threads.join(request);
  }

  /** Begins the part of the supporter who gets a reopened case. */
  async reopen(request: SupportRequest, supporterId: string): Promise<void> {
    await this.assignments.start(request, supporterId, null);
    await this.threads.join(request);
  }

  /** Ends the assignments and the parts in the threads of all supporters. */
  async end(request: SupportRequest, why: { readonly isForConduct?: boolean } = {}): Promise<void> {
    await this.team.end(request);
    await this.threads.leave(request);
    await this.assignments.end(request, why);
  }
}
