import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import type { Credential } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ApplicantAccounts } from '../applicants/applicant-accounts.js';
import { Application, ApplicationStage } from './application.entity.js';
import type { ApplicationInput } from './application.inputs.js';
import { type ApplicationAnswers, hashOfApplication } from './application-answers.js';
import { EarlierApplication } from './earlier-application.service.js';
import { Invitations } from '../invitations/invitations.service.js';
import type { Receipt } from '#members/receipt-words.js';
import { ApplicationSubmitted } from '../vetting.events.js';
import { newVouchCode } from '../vouches/vouch-code.js';

interface Sending {
  readonly input: ApplicationInput;
  readonly receipt: Receipt;
  readonly sendHash: Buffer | null;
  readonly passwordHash: string | null;
}

/** Keeps what is sent. Whether it may be sent is asked by Apply. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly applicants: ApplicantAccounts,
    private readonly invitations: Invitations,
    private readonly earlier: EarlierApplication,
  ) {}

  /** The application that was sent with this secret, or null. */
  sentWith(sendHash: Buffer): Promise<Application | null> {
    return this.db.repo(Application).findOneBy({ sendHash });
  }

  /** Other words for an applicant's account, which is given; Conflict once it is no applicant's any more. */
  newReceipt(accountId: string, receipt: Receipt): Promise<Credential> {
    return this.db.write(() => this.applicants.newReceipt(accountId, receipt));
  }

  /**
   * Makes an account of standing applicant and its application, or sends anew where the earlier one is over.
   * Gives the account. Invalid when it came with an invitation that lets nobody in any more.
   */
  async send(viewer: Viewer, sending: Sending): Promise<Credential> {
    try {
      return await this.db.write(async () => {
        const account = await this.applicants.of(viewer, sending);
        const accountId = account.id;
        const applicationId = await this.keep(accountId, sending);
        const { invitation } = sending.input;
        if (invitation) await this.invitations.use(viewer, invitation, applicationId);
        await this.events.record(ApplicationSubmitted, { applicationId, accountId });
        return account;
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Conflict('application.sent'); // of two at once
      throw error;
    }
  }

  private async keep(accountId: string, { input, sendHash }: Sending): Promise<string> {
    const applications = this.db.repo(Application);
    const now = this.clock.now();
    const answers = answersOf(input);
    const lock = { mode: 'pessimistic_write' } as const;
    const there = await applications.findOne({ where: { accountId }, lock });
    if (there) await this.earlier.makeRoom(there);
    const application = applications.create({
      ...(there && { id: there.id }),
      accountId,
      stage: ApplicationStage.submitted,
      round: 1,
      appeal: null,
      vouchCode: newVouchCode(),
      sendHash,
      answers,
      answersHash: hashOfApplication(answers, [], []),
      createdAt: now,
      submittedAt: now,
      waitsSince: now,
      decidedAt: null,
    });
    return (await applications.save(application)).id;
  }
}

/** What is kept of an input: an answer left unsaid is kept as nothing, also when something was typed before. */
function answersOf(input: ApplicationInput): ApplicationAnswers {
  const says = (question: ApplicationInput['unsaid'][number]) => !input.unsaid.includes(question);
  const territories = [...(input.country ? [input.country] : []), ...input.sharedTerritories];
  return {
    language: input.language,
    name: input.name,
    languages: input.languages,
    practices: says('practices') ? input.practices : [],
    work: says('practices') ? input.work : '',
    issueAreas: says('issueAreas') ? input.issueAreas : [],
    territories: says('territory') ? territories : [],
    hopes: says('hopes') ? input.hopes : '',
    knownKind: says('known') ? (input.knownKind ?? null) : null,
    known: says('known') ? input.known : '',
    unsaid: [...new Set(input.unsaid)],
    salt: newToken(),
  };
}
