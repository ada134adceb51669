import { Injectable } from '@nestjs/common';
import { PolicySubjects } from '#access/policy-subjects.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { AuditEntry } from './audit-entry.entity.js';
import { TwoPersonAct } from './two-person/two-person-act.entity.js';

const AUDIT_ENTRY: SubjectTableOf<'AuditEntry'> = {
  table: 'audit_entry',
  columns: { subjectId: { sql: 'about_id', nullable: true } },
  sets: {},
};

/**
 * SQL of the approvers. If the requester is the only steward, moderators approve instead. In a coalition the stewards
 * are the coalition stewards of other participants.
 */
const APPROVER = `case
  when {row}.approver = 'steward' and exists (
    select 1 from coalition_act_approver c where c.act_id = {row}.id) then 'coalitionSteward'
  when {row}.approver = 'steward' and not exists (
    select 1 from membership m join account a on a.id = m.account_id and a.standing = 'member'
    where m.group_id = {row}.scope_id and m.role = 'steward' and m.ended_at is null
      and m.account_id <> {row}.requested_by_id)
  then 'moderate' else {row}.approver end`;

const TWO_PERSON_ACT: SubjectTableOf<'TwoPersonAct'> = {
  table: 'two_person_act',
  columns: {
    approver: { sql: APPROVER },
    scopeId: { sql: 'scope_id', nullable: true },
    allianceId: { sql: 'alliance_id', nullable: true },
    requestedById: { sql: 'requested_by_id' },
    aboutId: { sql: 'about_id', nullable: true },
    state: { sql: 'state' },
    expiresAt: { sql: 'expires_at' },
  },
  sets: {
    coalitionApproverIds: {
      table: 'coalition_act_approver',
      on: '{it}.act_id = {row}.id',
      value: 'account_id',
    },
    tiedIds: { table: 'two_person_tie', on: '{it}.act_id = {row}.id', value: 'account_id' },
  },
};

/** Registers where the policy finds the facts about audit entries and two-person acts. */
@Injectable()
export class AuditSubjects {
  constructor(subjects: PolicySubjects) {
    subjects.register('AuditEntry', AuditEntry, AUDIT_ENTRY);
    subjects.register('TwoPersonAct', TwoPersonAct, TWO_PERSON_ACT);
  }
}
