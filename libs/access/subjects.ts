import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { NotFound } from '#kernel/errors.js';
import type { SubjectName } from '#policy/facts/facts.js';
import type { SubjectTable, TableOf } from '#policy/engine/subject-table.js';

export interface Subject {
  readonly name: SubjectName;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly table: SubjectTable;
}

/** Which entity and which tables stand behind each subject of the policy. Features register theirs at start. */
@Injectable()
export class Subjects {
  private readonly byEntity = new Map<EntityTarget<ObjectLiteral>, Subject>();
  private readonly byName = new Map<string, Subject>();

  register<S extends SubjectName>(
    name: S,
    entity: EntityTarget<ObjectLiteral>,
    table: TableOf<S>,
  ): void {
    const subject: Subject = { name, entity, table };
    this.byEntity.set(entity, subject);
    this.byName.set(name, subject);
  }

  /** The subject of an entity; throws for one that no policy knows. */
  of(entity: EntityTarget<ObjectLiteral>): Subject {
    const subject = this.byEntity.get(entity);
    if (!subject) throw new Error('No policy knows this entity');
    return subject;
  }

  /** The subject of a name that came from outside; an unknown one is NotFound, as is a row that is not there. */
  named(name: string): Subject {
    const subject = this.byName.get(name);
    if (!subject) throw new NotFound();
    return subject;
  }

  all(): Subject[] {
    return [...this.byName.values()];
  }
}
