import { Injectable } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { DutiesService } from '#members/duties.service.js';
import type { Duty } from '#members/duty.entity.js';
import { DataExportService } from './data-export.service.js';

/** Name of the part, columns that it covers, and its SQL statement. `$1` is the account id. */
const PARTS: readonly (readonly [name: string, covers: readonly string[], sql: string])[] = [
  [
    'account',
    [],
    `select id, email, email_confirmed_at, language, standing, member_since, probation_ends_at, suspended_until,
       session_days, active_month, idle_told_at, idle_since, removed_from, probation_told_at, is_founder, deletion_due_at, created_at from account where id = $1`,
  ],
  [
    'dutyCodes',
    ['duty_code.account_id'],
    'select created_at, ends_at, used_at from duty_code where account_id = $1',
  ],
  [
    'sessions',
    ['session.account_id'],
    'select label, created_at, used_at, ends_at from session where account_id = $1 order by used_at desc',
  ],
  [
    'knownDevices',
    ['known_device.account_id'],
    'select created_at, updated_at as last_sign_in_at from known_device where account_id = $1',
  ],
  [
    'mailedLinks',
    ['mail_link.account_id'],
    'select purpose, email, created_at, ends_at, used_at from mail_link where account_id = $1',
  ],
  [
    'memberships',
    ['membership.account_id'],
    `select id, group_id, role, persona_name, joined_at, ended_at from membership
     where account_id = $1 order by joined_at`,
  ],
  [
    'alliances',
    ['alliance.low_id', 'alliance.high_id'],
    'select id, created_at, ended_at from alliance where $1 in (low_id, high_id) order by created_at',
  ],
  ['blocks', ['block.blocker_id'], 'select known_as, created_at from block where blocker_id = $1'],
  [
    'actsAboutMe',
    ['audit_entry.about_id'],
    `select created_at, duty, action, subject_type, reason from audit_entry
     where about_id = $1 order by created_at, id`,
  ],
  [
    'dataReceipts',
    ['receipt.about_id'],
    'select data_class, destroyed_at from receipt where about_id = $1 order by destroyed_at, id',
  ],
  [
    'actsOfMine',
    ['audit_entry.actor_id'],
    `select created_at, duty, action, subject_type, subject_id, reason from audit_entry
     where actor_id = $1 order by created_at, id`,
  ],
];

const LEFT_OUT: readonly (readonly [column: string, why: string])[] = [
  ['block.blocked_id', 'Who blocked somebody is theirs, and the blocked one is never told.'],
  [
    'two_person_act.about_id',
    'What is asked about somebody is between two others until it is done; then it is among the acts about me.',
  ],
  ['two_person_act.decided_by_id', 'It is among the acts of mine, from the audit.'],
  [
    'separation.low_id',
    'A separation protects the other of the two; moderation tells what is to be known.',
  ],
  [
    'separation.high_id',
    'A separation protects the other of the two; moderation tells what is to be known.',
  ],
];

/** The parts of a data export that come from the tables of lower libraries. */
@Injectable()
export class AccountDataExport {
  constructor(exports: DataExportService, acts: TwoPersonActReader, duties: DutiesService) {
    exports.register({
      name: 'duties',
      covers: ['duty.account_id'],
      read: async (accountId) => (await duties.of(accountId)).map(held),
    });
    exports.register({
      name: 'twoPersonActsAsked',
      covers: ['two_person_act.requested_by_id'],
      read: async (accountId) => (await acts.askedBy(accountId)).map(askedByMe),
    });
    for (const [name, covers, sql] of PARTS) exports.rows(name, covers, sql);
    for (const [column, why] of LEFT_OUT) exports.leaveOut(column, why);
  }
}

/** Exports the request with its reason, but without the account that it concerns, which the requester may not know. */
const askedByMe = ({ kind, state, reason, askedAt, decidedAt }: TwoPersonAct) => {
  return { kind, state, reason, askedAt, decidedAt };
};

const held = ({ name, knownAs, createdAt }: Duty) => ({ name, knownAs, createdAt });
