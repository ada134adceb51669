import { Injectable } from '@nestjs/common';
import { PolicySubjects } from '#access/policy-subjects.js';
import { Account } from '#members/account.entity.js';
import { Session } from '#members/sessions/session.entity.js';

/** Tells the policy where the facts about accounts and sessions are stored. */
@Injectable()
export class SigninPolicySubjects {
  constructor(subjects: PolicySubjects) {
    subjects.register('Account', Account, {
      table: 'account',
      columns: { id: { sql: 'id' }, deletionAt: { sql: 'deletion_due_at', nullable: true } },
      sets: {},
    });
    subjects.register('Session', Session, {
      table: 'session',
      columns: { accountId: { sql: 'account_id' } },
      sets: {},
    });
  }
}
