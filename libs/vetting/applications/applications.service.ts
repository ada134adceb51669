import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import type { VerifiedCredential } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ApplicantAccounts } from '../applicants/applicant-accounts.js';
import { Application, ApplicationStage } from './application.entity.js';
import type { ApplicationInput } from './application.inputs.js';
import { type ApplicationAnswers, hashApplicationState } from './application-answers.js';
import { EarlierApplicationService } from './earlier-application.service.js';
import { ApplicationInvitationsService } from '../invitations/application-invitations.service.js';
import type { RecoveryPhrase } from '#members/recovery-phrase.js';
import { ApplicationSubmitted } from '../vetting.events.js';
import { createVouchCode } from '../vouches/vouch-code.js';

interface Sending {
  readonly input: ApplicationInput;
  readonly receipt: RecoveryPhrase;
  readonly sendHash: Buffer | null;
  readonly passwordHash: string | null;
}

/** Stores applications. `SubmitApplication` checks whether the viewer may send one. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly applicants: ApplicantAccounts,
    private readonly invitations: ApplicationInvitationsService,
    private readonly earlier: EarlierApplicationService,
  ) {}

  /** The application that was sent with this secret, or null. */
  sentWith(sendHash: Buffer): Promise<Application | null> {
    return this.db.repo(Application).findOneBy({ sendHash });
  }

  /**
   * Replaces the recovery phrase of an applicant's account and returns the account. Throws Conflict if the account is
   * no longer an applicant.
   */
  newReceipt(accountId: string, receipt: RecoveryPhrase): Promise<VerifiedCredential> {
    return this.db.write(() => this.applicants.newReceipt(accountId, receipt));
  }

  /**
   * Creates an applicant account with its application, or replaces the applicant's earlier application after its end.
   * Returns the account. Throws Invalid if the invitation is no longer valid.
   */
  async send(viewer: Viewer, sending: Sending): Promise<VerifiedCredential> {
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
      if (isDuplicate(error)) throw new Conflict('application.sent'); // Two requests were sent at the same time.
      throw error;
    }
  }

  private async keep(accountId: string, { input, sendHash }: Sending): Promise<string> {
    const applications = this.db.repo(Application);
    const now = this.clock.now();
    const answers = answersOf(input);
    const lock = { mode: 'pessimistic_write' } as const;
    const there = await applications.findOne({ where: { accountId }, lock });
    if (there) await this.earlier.destroyForReplacement(there);
    const application = applications.create({
      ...(there && { id: there.id }),
      accountId,
      stage: ApplicationStage.submitted,
      round: 1,
      appeal: null,
      vouchCode: createVouchCode(),
      sendHash,
      answers,
      answersHash: hashApplicationState(answers, [], []),
      createdAt: now,
      submittedAt: now,
      waitsSince: now,
      decidedAt: null,
    });
    return (await applications.save(application)).id;
  }
}

/** Converts the input to stored answers. A question marked as not answered is stored empty, even if text was typed. */
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
