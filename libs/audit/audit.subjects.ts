import { Injectable } from '@nestjs/common';
import { Subjects } from '#access/subjects.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Where the facts about audit entries stand. */
@Injectable()
export class AuditSubjects {
  constructor(subjects: Subjects) {
    subjects.register('AuditEntry', AuditEntry, {
      table: 'audit_entry',
      columns: { subjectId: { sql: 'about_id', nullable: true } },
      sets: {},
    });
  }
}
