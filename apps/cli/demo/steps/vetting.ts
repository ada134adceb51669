import { Viewer } from '#policy/viewer.js';
import { ApplicantActionsService } from '#vetting/applicants/applicant-actions.service.js';
import { SubmitApplication } from '#vetting/applicants/submit-application.js';
import { Application } from '#vetting/applications/application.entity.js';
import type { ApplicationInput } from '#vetting/applications/application.inputs.js';
import { AskApplicant } from '#vetting/applications/ask-applicant.js';
import { ClaimsService } from '#vetting/reviews/claims.service.js';
import { DeclaredConflictsService } from '#vetting/reviews/declared-conflicts.service.js';
import { DecideApplication } from '#vetting/decisions/decide-application.js';
import { OpenApplicationFileService } from '#vetting/reviews/open-application-file.service.js';
import { ApplicationNotesService } from '#vetting/reviews/application-notes.service.js';
import { ApplicationInvitationsService } from '#vetting/invitations/application-invitations.service.js';
import { ReasonClass, Recommendation } from '#vetting/reviews/review.entity.js';
import { ReviewsService } from '#vetting/reviews/reviews.service.js';
import type { Attestation } from '#vetting/vouches/vouch.entity.js';
import { VouchesService } from '#vetting/vouches/vouches.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { demoEmailOf } from '../people/people.js';
import type { DemoVouch } from '../applications/joining-order.js';
import type { DemoContext } from './demo-context.js';

/** The steps of vetting, performed by people of the demo world. */
export class DemoVetting {
  constructor(
    private readonly stage: DemoContext,
    private readonly passwordHash: string,
  ) {}

  /** Submits an application, stores its account under `handle`, and returns the id of the application. */
  async apply(handle: string, input: ApplicationInput, hasAddress: boolean): Promise<string> {
    const known = this.stage.accounts.has(handle);
    const viewer = known ? await this.stage.viewer(handle) : Viewer.nobody();
    const { account } = await this.stage.get(SubmitApplication).apply(viewer, input, 'demo');
    const accountId = account.id;
    this.stage.accounts.set(handle, accountId);
    if (hasAddress) {
      const { passwordHash } = this;
      const address = {
        email: demoEmailOf(handle),
        emailConfirmedAt: this.stage.moment,
        passwordHash,
      };
      await this.stage.get(AccountsService).update(accountId, address);
    }
    return (await this.application(accountId)).id;
  }

  /** Creates an invitation link and returns its code. */
  async invite(by: string, note: string): Promise<string> {
    const viewer = await this.stage.viewer(by);
    const { path } = await this.stage
      .get(ApplicationInvitationsService)
      .make(viewer, { language: 'es', note });
    return path.split('=')[1]!;
  }

  async vouch(applicationId: string, vouches: readonly DemoVouch[]): Promise<void> {
    const { vouchCode: code } = await this.byId(applicationId);
    for (const { by, relation, statement, attestations } of vouches) {
      const input = { code, relation, statement, attestations: attestations as Attestation[] };
      await this.stage.get(VouchesService).give(await this.stage.viewer(by), input);
    }
  }

  /** Claims an application, reads its file and writes a review. */
  async review(applicationId: string, by: string, accepts: boolean, reason: string): Promise<void> {
    const readAs = await this.read(applicationId, by);
    const recommendation = accepts ? Recommendation.accept : Recommendation.decline;
    const checks = ['identity', 'purpose', 'risk', 'noConflict'];
    const reasonClass = accepts ? null : ReasonClass.notEnough;
    const input = { applicationId, recommendation, checks, reason, reasonClass, readAs };
    await this.stage.get(ReviewsService).write(await this.stage.viewer(by), input);
  }

  async decide(applicationId: string, by: string, accepts: boolean, words = ''): Promise<void> {
    const readAs = await this.read(applicationId, by);
    const outcome = accepts ? Recommendation.accept : Recommendation.decline;
    const reasonClass = accepts ? null : ReasonClass.notEnough;
    const input = { applicationId, outcome, reasonClass, words, readAs };
    await this.stage.get(DecideApplication).decide(await this.stage.viewer(by), input);
  }

  async note(applicationId: string, by: string, text: string): Promise<void> {
    await this.stage
      .get(ApplicationNotesService)
      .write(await this.stage.viewer(by), applicationId, text);
  }

  async declareConflict(applicationId: string, by: string): Promise<void> {
    await this.stage
      .get(DeclaredConflictsService)
      .declare(await this.stage.viewer(by), applicationId);
  }

  async ask(applicationId: string, by: string, question: string): Promise<void> {
    await this.read(applicationId, by);
    await this.stage
      .get(AskApplicant)
      .ask(await this.stage.viewer(by), { applicationId, question });
  }

  async answer(applicationId: string, handle: string, answer: string): Promise<void> {
    const own = this.stage.get(ApplicantActionsService);
    await own.answer(await this.stage.viewer(handle), applicationId, answer);
  }

  async appeal(applicationId: string, handle: string, words: string): Promise<void> {
    const own = this.stage.get(ApplicantActionsService);
    await own.appeal(await this.stage.viewer(handle), applicationId, words);
  }

  async withdraw(applicationId: string, handle: string): Promise<void> {
    const own = this.stage.get(ApplicantActionsService);
    await own.withdraw(await this.stage.viewer(handle), applicationId);
  }

  /** Opens the file and returns the version that was read. */
  private async read(applicationId: string, by: string): Promise<string> {
    const viewer = await this.stage.viewer(by);
    await this.stage.get(ClaimsService).claim(viewer, applicationId);
    return (await this.stage.get(OpenApplicationFileService).open(viewer, applicationId, 'es'))
      .readAs;
  }

  private application(accountId: string): Promise<Application> {
    return this.stage.db.repo(Application).findOneByOrFail({ accountId });
  }

  private byId(id: string): Promise<Application> {
    return this.stage.db.repo(Application).findOneByOrFail({ id });
  }
}
