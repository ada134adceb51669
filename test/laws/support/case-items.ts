/*
 * The tasks and links of one case, in the model and in the product. Both laws about cases play the same steps on them.
 * Each step changes the latest task or link.
 */

import type { TestApp } from '../../support/app/app.js';
import type { Requester } from '../../support/app/client.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';

/** How often each kind of step is chosen. */
export const ITEM_WEIGHTS = {
  ...{ addLink: 5, removeLink: 2, addTask: 5, finishTask: 3, reopenTask: 3, removeTask: 1 },
} as const;
export type ItemStepKind = keyof typeof ITEM_WEIGHTS;
const ITEM_STEPS = Object.keys(ITEM_WEIGHTS) as readonly ItemStepKind[];
export const isItemStep = (kind: string): kind is ItemStepKind =>
  (ITEM_STEPS as readonly string[]).includes(kind);
export const isLinkStep = (kind: ItemStepKind): boolean => kind.endsWith('Link');

/** More than this of each make no new states. */
const MAX_ITEMS = 3;

/** The tasks and links of a case in the model, earliest first. */
export class CaseItems<Who extends string> {
  readonly links: string[] = [];
  private readonly tasks: { readonly text: string; isDone: boolean; assignee: Who | null }[] = [];
  private added = 0;

  /** Name of the link or text of the task that is added next. */
  get nextName(): string {
    return `Nota ${this.added}`;
  }

  /** Whether the law performs the step, be it refused or not. */
  isPlayed(kind: ItemStepKind): boolean {
    if (kind === 'addLink') return this.links.length < MAX_ITEMS;
    return kind !== 'addTask' || this.tasks.length < MAX_ITEMS;
  }

  /** Whether there is something that the step changes. */
  isThere(kind: ItemStepKind): boolean {
    if (kind === 'addLink' || kind === 'addTask') return true;
    return isLinkStep(kind) ? this.links.length > 0 : this.tasks.length > 0;
  }

  /** A supporter adds a task for themself. */
  take(kind: ItemStepKind, by: Who): void {
    const text = this.nextName;
    if (kind === 'addLink') this.links.push(text);
    if (kind === 'addTask') this.tasks.push({ text, isDone: false, assignee: by });
    if (kind === 'addLink' || kind === 'addTask') this.added += 1;
    if (kind === 'removeLink') this.links.pop();
    if (kind === 'removeTask') this.tasks.pop();
    if (kind === 'finishTask') this.tasks.at(-1)!.isDone = true;
    if (kind === 'reopenTask') this.tasks.at(-1)!.isDone = false;
  }

  /** The tasks of a supporter whose part ended stay without a person. */
  leaveTasksOf(who: Who): void {
    for (const task of this.tasks) if (task.assignee === who) task.assignee = null;
  }

  /** The tasks as `tasksFrom` describes those of the product. */
  get describedTasks(): string[] {
    return this.tasks
      .map(({ text, isDone, assignee }) => `${text} ${isDone} ${assignee ?? 'nobody'}`)
      .toSorted();
  }
}

/** The fields that read tasks and links of the case `$id`. */
export const ITEM_FIELDS = {
  links: 'caseLinks(id: $id) { name }',
  tasks: 'caseTasks(id: $id) { text doneAt supporter { id } }',
} as const;

interface LinkRow {
  readonly name: string;
}
interface TaskRow {
  readonly text: string;
  readonly doneAt: string | null;
  readonly supporter: { readonly id: string } | null;
}

/** The names of links that a person read; null if they were refused. */
export const linksFrom = (rows: unknown): string[] | null =>
  (rows as readonly LinkRow[] | undefined)?.map(({ name }) => name) ?? null;

/** The tasks that a person read, with the person of each; null if they were refused. */
export function tasksFrom(
  rows: unknown,
  supporterIds: Readonly<Partial<Record<string, string>>>,
): string[] | null {
  const nameOf = (id: string | undefined) =>
    Object.keys(supporterIds).find((name) => supporterIds[name] === id) ?? 'nobody';
  const tasks = (rows as readonly TaskRow[] | undefined) ?? null;
  return (
    tasks
      ?.map(({ text, doneAt, supporter }) => `${text} ${doneAt !== null} ${nameOf(supporter?.id)}`)
      .toSorted() ?? null
  );
}

interface ItemStep {
  readonly kind: ItemStepKind;
  readonly requestId: string;
  /** Name of a new link or text of a new task. */
  readonly name: string;
  /** The id of the work name of the person who acts; undefined for those without one. */
  readonly supporterId: string | undefined;
}

/** Performs a step on tasks or links in the product. */
export async function actOnItems(
  app: TestApp,
  who: Requester,
  { kind, requestId, name, supporterId }: ItemStep,
): Promise<unknown> {
  const [links, tasks] = [linkActions(who), taskActions(who)];
  if (kind === 'addLink') return links.addNamed(requestId, name);
  if (kind === 'addTask') return tasks.addFor(requestId, name, supporterId);
  const table = isLinkStep(kind) ? 'case_link' : 'case_task';
  const id = await latestId(app, table, requestId);
  if (kind === 'removeLink') return links.remove({ requestId, linkId: id });
  const of = { requestId, taskId: id };
  return kind === 'removeTask' ? tasks.remove(of) : tasks.mark(of, kind === 'finishTask');
}

/** The id of the latest row of a case, or an id of none. */
async function latestId(
  app: TestApp,
  table: 'case_link' | 'case_task',
  requestId: string,
): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `select id from ${table} where request_id = $1 order by created_at desc, id desc limit 1`,
    [requestId],
  );
  return row?.id ?? crypto.randomUUID();
}
