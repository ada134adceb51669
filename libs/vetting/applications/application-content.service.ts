import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import type { Language } from '#kernel/language.js';
import {
  type DestroyedRow,
  DestructionReceiptsService,
} from '#retention/destruction-receipts.service.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { Application } from './application.entity.js';
import { type ApplicationAnswers, hashApplicationState } from './application-answers.js';
import { ApplicationQuestion } from './application-question.entity.js';
import type { ApplicationAnswersView } from './application-file.view.js';

/** The questions to the applicant, oldest first. Checks no policy. */
export const loadApplicantQuestions = (
  db: Database,
  applicationId: string,
): Promise<ApplicationQuestion[]> =>
  db
    .repo(ApplicationQuestion)
    .find({ where: { applicationId }, order: { createdAt: 'ASC', id: 'ASC' } });

/** The nil UUID, which no row uses as an id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Reads and destroys the content of an application. */
@Injectable()
export class ApplicationContentService {
  constructor(
    private readonly db: Database,
    private readonly taxonomy: TaxonomyService,
    private readonly receipts: DestructionReceiptsService,
  ) {}

  questionsOf({ id }: Permitted<Application>): Promise<ApplicationQuestion[]> {
    return loadApplicantQuestions(this.db, id);
  }

  /** The answers, with the names of terms in the given language. */
  toView(answers: ApplicationAnswers, language: Language): ApplicationAnswersView {
    const terms = (ids: readonly string[]) => this.taxonomy.terms(ids, language);
    return {
      ...answers,
      languages: terms(answers.languages),
      practices: terms(answers.practices),
      issueAreas: terms(answers.issueAreas),
      territories: terms(answers.territories),
    };
  }

  /**
   * Updates the hash that reviews refer to. Call this after every change of the application. For the id null it runs
   * the same statements, so that timing does not disclose whether an application exists.
   */
  async rehash(id: string | null): Promise<void> {
    this.db.assertWriting();
    const applicationId = id ?? NO_ID;
    const applications = this.db.repo(Application);
    const { answers = null, appeal = null } =
      (await applications.findOneBy({ id: applicationId })) ?? {};
    const withdrawn = await this.db.query<{ id: string }>(
      'select id from vouch where application_id = $1 and withdrawn_at is not null',
      [applicationId],
    );
    const questions = await loadApplicantQuestions(this.db, applicationId);
    const ids = withdrawn.map((vouch) => vouch.id);
    const answersHash = hashApplicationState(answers, questions, ids, appeal);
    await applications.update(applicationId, { answersHash });
  }

  /**
   * Destroys all text of these applications (answers, questions, reviews, notes, vouches, appeals) and writes receipts.
   * Vouches remain without text, because the rules need to know who vouched.
   */
  async destroy(applicationIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    const ids = [[...applicationIds]];
    await this.db.query('delete from application_question where application_id = any($1)', ids);
    await this.db.query('delete from application_note where application_id = any($1)', ids);
    await this.db.query('delete from review where application_id = any($1)', ids);
    await this.db.query('delete from claim where application_id = any($1)', ids);
    await this.db.query(
      `update vouch set relation = null, statement = null, attestations = '{}', withdrawal_reason = null,
         withdrawal_words = null where application_id = any($1)`,
      ids,
    );
    await this.db.query('update invitation set note = null where application_id = any($1)', ids);
    await this.db.query('update decision set words = null where application_id = any($1)', ids);
    const destroyed = await this.db.query<DestroyedRow>(
      `with gone as (update application set answers = null, appeal = null
         where id = any($1) and answers is not null returning id, account_id)
       select id as "subjectId", account_id as "aboutId" from gone`,
      ids,
    );
    await this.receipts.record('applicationFile', 'Application', destroyed);
  }
}
