import { Injectable } from '@nestjs/common';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { hashToken } from '#kernel/ids.js';
import type { Credential } from '#members/accounts.service.js';
import { newReceipt, type Receipt } from '#members/receipt-words.js';
import type { Viewer } from '#policy/viewer.js';
import type { Application } from '../applications/application.entity.js';
import type { ApplicationInput } from '../applications/application.inputs.js';
import { problemsOf } from '../applications/application-problems.js';
import { Applications } from '../applications/applications.service.js';
import { EarlierApplication } from '../applications/earlier-application.service.js';
import { Invitations } from '../invitations/invitations.service.js';
import { ApplicantAccounts } from './applicant-accounts.js';

/** After a lost answer the same application may be sent again for so long. */
const SEND_AGAIN = HOUR;

export interface Applied {
  readonly account: Credential;
  /** Shown once. */
  readonly words: readonly string[];
}

/** Sends an application: the one way in, for the question pages and for the form. Nothing is looked up. */
@Injectable()
export class Apply {
  constructor(
    private readonly clock: Clock,
    private readonly applicants: ApplicantAccounts,
    private readonly applications: Applications,
    private readonly invitations: Invitations,
    private readonly earlier: EarlierApplication,
  ) {}

  /** Every problem of an application at once, by field; empty when it can be sent. */
  async problems(viewer: Viewer, input: ApplicationInput): Promise<Record<string, string>> {
    const problems = problemsOf(input);
    if (!(await this.isLetIn(viewer, input))) problems['invitation'] = 'invitationOver';
    if (input.reach !== 'email') return problems;
    return { ...problems, ...(await this.applicants.passwordProblems(viewer, input.password)) };
  }

  /** Whether the viewer has an application whose place no other may take yet. */
  async hasSent(viewer: Viewer): Promise<boolean> {
    const own = await this.earlier.of(viewer);
    return own !== null && !(await this.earlier.isOver(own));
  }

  /** `source` is the network source that it comes from. */
  async apply(viewer: Viewer, input: ApplicationInput, source: string): Promise<Applied> {
    const known = await this.assertMaySubmit(viewer);
    const problems = await this.problems(viewer, input);
    if (Object.keys(problems).length > 0) throw new Invalid('input', problems);
    const sendHash = sendHashOf(input);
    const receipt = newReceipt(input.language);
    const again = sendHash && (await this.applications.sentWith(sendHash));
    if (again) return this.sendAgain(again, receipt);
    if (known) await this.earlier.assertOver(known);
    const passwordHash = await this.applicants.newPasswordOf(viewer, input, source);
    const account = await this.applications.send(viewer, {
      input,
      receipt,
      sendHash,
      passwordHash,
    });
    return { account, words: receipt.words };
  }

  /** Passes for whoever may apply now; gives their own application, if there is one already. */
  assertMaySubmit(viewer: Viewer): Promise<Application | null> {
    return this.earlier.assertMaySubmit(viewer);
  }

  /** The answer to the first sending never arrived, so neither did its words: new ones take their place. */
  private async sendAgain(application: Application, receipt: Receipt): Promise<Applied> {
    if (application.createdAt < this.clock.in(-SEND_AGAIN)) throw new Conflict('application.sent');
    const account = await this.applications.newReceipt(application.accountId, receipt);
    return { account, words: receipt.words };
  }

  /** Without an invitation, with a good one, and with the one that this same sending used up when its answer was lost. */
  private async isLetIn(viewer: Viewer, input: ApplicationInput): Promise<boolean> {
    if (!input.invitation) return true;
    if (await this.invitations.find(viewer, input.invitation)) return true;
    const sendHash = sendHashOf(input);
    return sendHash !== null && (await this.applications.sentWith(sendHash)) !== null;
  }
}

const sendHashOf = ({ sendKey }: ApplicationInput) => (sendKey ? hashToken(sendKey) : null);
