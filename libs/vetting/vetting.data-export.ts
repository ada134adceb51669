import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { Application } from './applications/application.entity.js';
import type { ApplicationAnswers } from './applications/application-answers.js';
import { loadApplicantQuestions } from './applications/application-content.service.js';
import { Decision } from './decisions/decision.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { Vouch } from './vouches/vouch.entity.js';

const FILE_OF_ANOTHER = 'It stands in the file of an applicant and is destroyed with it.';

/** Adds vetting data to the data export. */
@Injectable()
export class VettingDataExport implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly exports: DataExportService,
  ) {}

  onModuleInit() {
    const parts = [
      ['applications', 'application.account_id', (id: string) => this.applicationsOf(id)],
      ['decisionsAboutMe', 'decision.account_id', (id: string) => this.decisionsAbout(id)],
      ['vouches', 'vouch.voucher_id', (id: string) => this.vouchesOf(id)],
      ['invitations', 'invitation.inviter_id', (id: string) => this.invitationsOf(id)],
    ] as const;
    for (const [name, column, read] of parts) {
      this.exports.register({ name, covers: [column], read });
    }
    for (const column of [
      'review.reviewer_id',
      'application_question.asker_id',
      'application_note.author_id',
    ]) {
      this.exports.leaveOut(column, FILE_OF_ANOTHER);
    }
    this.exports.leaveOut(
      'declared_conflict.account_id',
      'It says which applicant somebody who vets knows.',
    );
    this.exports.leaveOut('claim.account_id', 'It says for half an hour who reads what.');
  }

  private async applicationsOf(accountId: string) {
    const applications = await this.db.repo(Application).findBy({ accountId });
    return Promise.all(
      applications.map(
        async ({ id, answers, appeal, stage, submittedAt, decidedAt, vouchCode }) => {
          const asked = await loadApplicantQuestions(this.db, id);
          const questions = asked.map(({ body, createdAt, answer, answeredAt }) => {
            return { question: body, askedAt: createdAt, answer, answeredAt };
          });
          const times = { submittedAt, decidedAt };
          return { stage, answers: said(answers), appeal, ...times, vouchCode, questions };
        },
      ),
    );
  }

  private async decisionsAbout(accountId: string) {
    const decisions = await this.db.repo(Decision).findBy({ accountId });
    return decisions.map(({ outcome, reasonClass, words, decidedAt }) => {
      return { outcome, reasonClass, words, decidedAt };
    });
  }

  /**
   * Exports only unexpired invitations, as the list shows them. Used invitations are stored longer, so an export of
   * expired ones would reveal which were used. The note of a used invitation is omitted: it belongs to an applicant's
   * file, and its end would reveal when the file was destroyed.
   */
  private async invitationsOf(inviterId: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const where = { inviterId, endsAt: MoreThan(this.clock.now()) };
    const invitations = await this.db.repo(Invitation).find({ where, order });
    return invitations.map(({ createdAt, endsAt, language, note, usedAt }) => {
      return { createdAt, endsAt, language, note: usedAt ? null : note };
    });
  }

  /**
   * Exports only the dates, as the list shows them. The text belongs to an applicant's file, and its end would reveal
   * when the file was destroyed.
   */
  private async vouchesOf(voucherId: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const vouches = await this.db.repo(Vouch).find({ where: { voucherId }, order });
    return vouches.map(({ createdAt, withdrawnAt }) => ({ createdAt, withdrawnAt }));
  }
}

/** Returns the answers without their salt. */
function said(answers: ApplicationAnswers | null) {
  if (!answers) return null;
  const { salt: _salt, ...rest } = answers;
  return rest;
}
