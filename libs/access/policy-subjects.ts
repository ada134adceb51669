import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { NotFound } from '#kernel/errors.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { SubjectTable, SubjectTableOf } from '#policy/engine/subject-table.js';

export interface PolicySubject {
  readonly name: SubjectName;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly table: SubjectTable;
}

/** Maps each policy subject to its entity and tables. Features register their subjects at startup. */
@Injectable()
export class PolicySubjects {
  private readonly byEntity = new Map<EntityTarget<ObjectLiteral>, PolicySubject>();
  private readonly byName = new Map<string, PolicySubject>();

  register<S extends SubjectName>(
    name: S,
    entity: EntityTarget<ObjectLiteral>,
    table: SubjectTableOf<S>,
  ): void {
    const subject: PolicySubject = { name, entity, table };
    this.byEntity.set(entity, subject);
    this.byName.set(name, subject);
  }

  /** Returns the subject of an entity; throws if no policy is registered for it. */
  of(entity: EntityTarget<ObjectLiteral>): PolicySubject {
    const subject = this.byEntity.get(entity);
    if (!subject)
      throw new Error('No policy subject is registered for this entity: call Subjects.register()');
    return subject;
  }

  /** Returns the subject of a name that came from a client. An unknown name throws NotFound, like a missing row. */
  named(name: string): PolicySubject {
    const subject = this.byName.get(name);
    if (!subject) throw new NotFound();
    return subject;
  }

  all(): PolicySubject[] {
    return [...this.byName.values()];
  }
}
