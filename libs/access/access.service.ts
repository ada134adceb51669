import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Database } from '#database/database.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { abilityOf } from '#policy/engine/ability.js';
import { POLICY_ACTIONS, type ActionOf, visibilityActionOf } from '#policy/policy-actions.js';
import type { FactsBySubject, SubjectName } from '#policy/facts/facts-by-subject.js';
import { factsSelectList } from '#policy/engine/subject-table.js';
import { type AbilitySqlContext, abilityToSql } from '#policy/engine/ability-to-sql.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import type { Permitted } from './permitted.js';
import { type PolicySubject, PolicySubjects } from './policy-subjects.js';

type Entity<E> = new () => E;
type Loaders = Map<unknown, DataLoader<string, unknown>>;
type AnyFacts = FactsBySubject[SubjectName] & { id: string };

/** The alias of the subject's table in `list` queries. */
export const SUBJECT_SQL_ALIAS = 'it';

/**
 * The only way to load rows. A single row, a list, a nested field, a subscription and a button all apply the same
 * policy here.
 */
@Injectable()
export class AccessService {
  private readonly loaders = new PerViewerCache<Loaders>();

  constructor(
    private readonly db: Database,
    private readonly subjects: PolicySubjects,
  ) {}

  /**
   * Returns the row if the viewer may do `action` to it. Throws NotFound if it is absent or hidden, and Forbidden with
   * a reason if it is visible but the action is not allowed. Inside `write()` the row is locked until COMMIT.
   */
  async load<E extends ObjectLiteral, A extends string>(
    entity: Entity<E>,
    id: string,
    viewer: Viewer,
    action: A,
  ): Promise<Permitted<E, A>> {
    const subject = this.subjects.of(entity);
    return (await this.loadSubject(subject, id, viewer, action)) as Permitted<E, A>;
  }

  /**
   * Checks with the current facts that the viewer may still do `action` to a row that was loaded before; otherwise
   * throws like `load`. Locks nothing.
   */
  async recheck<E extends ObjectLiteral>(
    entity: Entity<E>,
    id: string,
    viewer: Viewer,
    action: string,
  ): Promise<void> {
    const subject = this.subjects.of(entity);
    if (await this.may(subject.name, id, viewer, action)) return;
    await this.assertMay(subject, id, viewer, {
      action,
      sight: visibilityActionOf(subject.name, action),
    });
  }

  /**
   * Like `load`, for a subject name that came from a client, such as `message`: a report stores such a pair of name and
   * id.
   */
  loadNamed<A extends string>(
    name: string,
    id: string,
    viewer: Viewer,
    action: A,
  ): Promise<Permitted<ObjectLiteral, A>> {
    const subject = this.subjects.named(name);
    return this.loadSubject(subject, id, viewer, action) as Promise<Permitted<ObjectLiteral, A>>;
  }

  /**
   * Returns a query builder (alias `it`) over the rows to which the viewer may do `action`. The caller may filter,
   * order and page it.
   */
  list<E extends ObjectLiteral, A extends string = 'read'>(
    entity: Entity<E>,
    viewer: Viewer,
    action: A = 'read' as A,
  ): SelectQueryBuilder<Permitted<E, A>> {
    const query: unknown = this.narrowed(this.subjects.of(entity), viewer, action);
    return query as SelectQueryBuilder<Permitted<E, A>>;
  }

  /**
   * Returns a loader of rows by id for nested fields; a row that is absent or hidden gives null. Ids requested in one
   * tick are loaded by one query.
   */
  loader<E extends ObjectLiteral>(
    entity: Entity<E>,
    viewer: Viewer,
  ): DataLoader<string, Permitted<E, 'read'> | null> {
    const subject = this.subjects.of(entity);
    return this.kept(viewer, subject, async (ids) => {
      const rows = await this.narrowed(subject, viewer, 'read')
        .andWhere(`${SUBJECT_SQL_ALIAS}.id = any(:ids)`, { ids })
        .getMany();
      const byId = new Map(rows.map((row) => [row['id'] as string, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }) as DataLoader<string, Permitted<E, 'read'> | null>;
  }

  /**
   * Returns which actions the viewer may do to a row that they can see, so that clients show the right buttons.
   * Batched.
   */
  async viewerCan<S extends SubjectName>(
    name: S,
    id: string,
    viewer: Viewer,
  ): Promise<ActionOf<S>[]> {
    const subject = this.subjects.named(name);
    const load = this.kept(viewer, subject.table, (ids) => this.factsOf(subject, ids));
    const facts = (await load.load(id)) as FactsBySubject[S] | undefined;
    if (!facts) return [];
    const ability = abilityOf(viewer);
    return (POLICY_ACTIONS[name] as readonly ActionOf<S>[]).filter((one) =>
      ability.can(one, name, facts),
    );
  }

  /** Checks an action that needs no row (`found` a group); throws Forbidden with a reason. */
  allow<S extends SubjectName>(viewer: Viewer, action: ActionOf<S>, name: S): void {
    const ability = abilityOf(viewer);
    if (!ability.can(action, name)) throw new Forbidden(ability.reason(action, name));
  }

  /** Whether the viewer may do `action` to the row of this id. Sockets check again when facts change. */
  async may(name: string, id: string, viewer: Viewer, action = 'read'): Promise<boolean> {
    if (!isId(id)) return false;
    const query = this.narrowed(this.subjects.named(name), viewer, action);
    return query.andWhere(`${SUBJECT_SQL_ALIAS}.id = :id`, { id }).getExists();
  }

  /**
   * Returns the rule as a boolean SQL expression for hand-written prepared statements. `alias` is the name of the
   * subject's table there; `bind` takes a value and returns its placeholder.
   */
  condition<S extends SubjectName>(
    viewer: Viewer,
    action: ActionOf<S>,
    name: S,
    place: AbilitySqlContext,
  ): string {
    return abilityToSql(abilityOf(viewer), action, name, this.subjects.named(name).table, place);
  }

  private async loadSubject(
    subject: PolicySubject,
    id: string,
    viewer: Viewer,
    action: string,
  ): Promise<ObjectLiteral> {
    if (!isId(id)) throw new NotFound();
    const sight = visibilityActionOf(subject.name, action);
    const query = this.narrowed(subject, viewer, sight).andWhere(`${SUBJECT_SQL_ALIAS}.id = :id`, {
      id,
    });
    const lock = subject.table.isPointedTo ? 'for_no_key_update' : 'pessimistic_write';
    const row = await (this.db.isWriting ? query.setLock(lock) : query).getOne();
    if (!row) throw new NotFound();
    if (action !== sight) await this.assertMay(subject, id, viewer, { action, sight });
    return row;
  }

  /** Throws NotFound, not Forbidden, if the row became hidden after it was read. */
  private async assertMay(
    subject: PolicySubject,
    id: string,
    viewer: Viewer,
    may: { readonly action: string; readonly sight: string },
  ): Promise<void> {
    const [facts] = isId(id) ? await this.factsOf(subject, [id]) : [];
    if (!facts) throw new NotFound();
    const ability = abilityOf(viewer);
    const [action, sight] = [may.action as never, may.sight as never];
    if (ability.can(action, subject.name, facts)) return;
    if (!ability.can(sight, subject.name, facts)) throw new NotFound();
    throw new Forbidden(ability.reason(action, subject.name, facts));
  }

  private narrowed(
    subject: PolicySubject,
    viewer: Viewer,
    action: string,
  ): SelectQueryBuilder<ObjectLiteral> {
    const query = this.db.repo(subject.entity).createQueryBuilder(SUBJECT_SQL_ALIAS);
    let count = 0;
    const bind = (value: unknown) => {
      const name = `policy_${action}_${count++}`;
      query.setParameter(name, value);
      return `:${name}`;
    };
    const place = { alias: `"${SUBJECT_SQL_ALIAS}"`, bind };
    return query.andWhere(
      abilityToSql(abilityOf(viewer), action, subject.name, subject.table, place),
    );
  }

  private async factsOf(
    { table }: PolicySubject,
    ids: readonly string[],
  ): Promise<(AnyFacts | undefined)[]> {
    const sql = `select it.id as "_id", ${factsSelectList(table, 'it')} from ${table.table} it where it.id = any($1)`;
    const rows = await this.db.query<AnyFacts & { _id: string }>(sql, [ids]);
    const byId = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id));
  }

  /**
   * Returns a loader that lives as long as the viewer of one request. Loaders batch but do not cache, because a write
   * may happen in between.
   */
  private kept(
    viewer: Viewer,
    key: unknown,
    batch: (ids: readonly string[]) => Promise<unknown[]>,
  ) {
    const loaders = this.loaders.of(viewer, () => new Map() as Loaders);
    const there = loaders.get(key);
    if (there) return there;
    const loader = new DataLoader<string, unknown>(batch, { cache: false });
    loaders.set(key, loader);
    return loader;
  }
}
