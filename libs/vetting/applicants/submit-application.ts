import { Injectable } from '@nestjs/common';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { hashToken } from '#kernel/ids.js';
import type { VerifiedCredential } from '#members/accounts.service.js';
import { newRecoveryPhrase, type RecoveryPhrase } from '#members/recovery-phrase.js';
import type { Viewer } from '#policy/viewer.js';
import type { Application } from '../applications/application.entity.js';
import type { ApplicationInput } from '../applications/application.inputs.js';
import { findApplicationProblems } from '../applications/application-problems.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { EarlierApplicationService } from '../applications/earlier-application.service.js';
import { ApplicationInvitationsService } from '../invitations/application-invitations.service.js';
import { ApplicantAccounts } from './applicant-accounts.js';

/** How long the client may resend an application whose response was lost. */
const SEND_AGAIN = HOUR;

export interface SubmittedApplication {
  readonly account: VerifiedCredential;
  /** Recovery phrase; returned only once. */
  readonly words: readonly string[];
}

/** Validates and sends an application. Both the step-by-step pages and the long form use it. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly clock: Clock,
    private readonly applicants: ApplicantAccounts,
    private readonly applications: ApplicationsService,
    private readonly invitations: ApplicationInvitationsService,
    private readonly earlier: EarlierApplicationService,
  ) {}

  /** Returns all problems of an application, by field; empty if it can be sent. */
  async problems(viewer: Viewer, input: ApplicationInput): Promise<Record<string, string>> {
    const problems = findApplicationProblems(input);
    if (!(await this.isLetIn(viewer, input))) problems['invitation'] = 'invitationOver';
    if (input.reach !== 'email') return problems;
    return { ...problems, ...(await this.applicants.passwordProblems(viewer, input.password)) };
  }

  /** Whether the viewer has already sent an application that a new one may not replace yet. */
  async hasSent(viewer: Viewer): Promise<boolean> {
    const own = await this.earlier.of(viewer);
    return own !== null && !(await this.earlier.isReplaceable(own));
  }

  /**
   * Sends the application, or resends it after a lost response. `source` identifies the client's network, for rate limits.
   */
  async apply(
    viewer: Viewer,
    input: ApplicationInput,
    source: string,
  ): Promise<SubmittedApplication> {
    const known = await this.assertMaySubmit(viewer);
    const problems = await this.problems(viewer, input);
    if (Object.keys(problems).length > 0) throw new Invalid('input', problems);
    const sendHash = sendHashOf(input);
    const receipt = newRecoveryPhrase(input.language);
    const again = sendHash && (await this.applications.sentWith(sendHash));
    if (again) return this.sendAgain(again, receipt);
    if (known) await this.earlier.assertReplaceable(known);
    const passwordHash = await this.applicants.newPasswordOf(viewer, input, source);
    const account = await this.applications.send(viewer, {
      input,
      receipt,
      sendHash,
      passwordHash,
    });
    return { account, words: receipt.words };
  }

  /** Throws if the viewer may not apply now. Returns their existing application, or null. */
  assertMaySubmit(viewer: Viewer): Promise<Application | null> {
    return this.earlier.assertMaySubmit(viewer);
  }

  /** Returns a new recovery phrase, because the client never received the first one. */
  private async sendAgain(
    application: Application,
    receipt: RecoveryPhrase,
  ): Promise<SubmittedApplication> {
    if (application.createdAt < this.clock.in(-SEND_AGAIN)) throw new Conflict('application.sent');
    const account = await this.applications.newReceipt(application.accountId, receipt);
    return { account, words: receipt.words };
  }

  /**
   * Whether the viewer may apply without an invitation or with this one. An invitation used by an earlier attempt of
   * the same application is accepted.
   */
  private async isLetIn(viewer: Viewer, input: ApplicationInput): Promise<boolean> {
    if (!input.invitation) return true;
    if (await this.invitations.find(viewer, input.invitation)) return true;
    const sendHash = sendHashOf(input);
    return sendHash !== null && (await this.applications.sentWith(sendHash)) !== null;
  }
}

const sendHashOf = ({ sendKey }: ApplicationInput) => (sendKey ? hashToken(sendKey) : null);
