import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId, newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseChanges } from '../requests/continuation/case-changes.js';
import { isNearDay } from '../requests/deadlines/near-day.js';
import { CaseNews } from '../requests/news/case-news.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';
import { ThreadOpenings } from '../threads/thread-openings.js';
import { CaseTask } from './case-task.entity.js';
import type {
  AddCaseTaskInput,
  CaseTaskInput,
  EditCaseTaskInput,
  MarkCaseTaskInput,
} from './case-task.inputs.js';
import type { CaseTaskView } from './case-task.view.js';
import { decryptTask, encryptTask } from './task-texts.js';

/** Maximum number of tasks of a case, with the done ones. */
const MAX_TASKS = 50;

type Case = Permitted<SupportRequest, 'manageTasks'>;

/** Lists and changes the tasks of an accepted case, for its supporters. */
@Injectable()
export class CaseTasksService {
  constructor(
    private readonly db: Database,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
    private readonly news: CaseNews,
    private readonly openings: ThreadOpenings,
  ) {}

  /** Open tasks by their day, then the done ones, latest first. Reading them is an opening, like reading a thread. */
  async list(viewer: Viewer, requestId: string): Promise<CaseTaskView[]> {
    const request = await this.openings.open(viewer, requestId, 'manageTasks');
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const tasks = await this.db.repo(CaseTask).find({ where: { requestId }, order });
    const supporters = await this.supportersOf(request);
    const views = tasks.map((task): CaseTaskView => ({
      ...{ id: task.id, ...decryptTask(request, task), doneAt: task.doneAt },
      readAs: hashOf(task),
      supporter: supporters.find(({ accountId }) => accountId === task.assigneeId) ?? null,
    }));
    return views.toSorted(byUrgency);
  }

  /** Throws Conflict beyond 50 tasks of a case. */
  async add(viewer: Viewer, input: AddCaseTaskInput): Promise<void> {
    await this.change(viewer, input.requestId, async (request) => {
      const { id: requestId } = request;
      const tasks = this.db.repo(CaseTask);
      if ((await tasks.countBy({ requestId })) >= MAX_TASKS)
        throw new Conflict('support.tasksFull');
      this.assertNear(input);
      const [id, createdAt] = [newId(), this.clock.now()];
      const assigneeId = await this.assigneeOf(request, input);
      const content = contentOf(request, id, input);
      await tasks.insert({ id, requestId, createdAt, assigneeId, content });
      if (assigneeId) await this.notifyAssignee(viewer, request, assigneeId);
    });
  }

  /** Replaces the text, the person and the day. Throws Conflict if another change came after the one that was read. */
  async edit(viewer: Viewer, input: EditCaseTaskInput): Promise<void> {
    await this.change(viewer, input.requestId, async (request) => {
      const task = await this.find(input);
      if (hashOf(task) !== input.readAs) throw new Conflict('support.taskChanged');
      const { id, assigneeId: before } = task;
      this.assertNear(input, decryptTask(request, task).dueOn);
      const assigneeId = await this.assigneeOf(request, input);
      const content = contentOf(request, id, input);
      await this.db.repo(CaseTask).update(id, { assigneeId, content });
      if (assigneeId && assigneeId !== before)
        await this.notifyAssignee(viewer, request, assigneeId);
    });
  }

  /** Keeps the time at which a task was first marked as done. */
  async mark(viewer: Viewer, input: MarkCaseTaskInput): Promise<void> {
    await this.change(viewer, input.requestId, async () => {
      const { id, doneAt } = await this.find(input);
      const change = { doneAt: input.isDone ? (doneAt ?? this.clock.now()) : null };
      await this.db.repo(CaseTask).update(id, change);
    });
  }

  async remove(viewer: Viewer, input: CaseTaskInput): Promise<void> {
    await this.change(viewer, input.requestId, async () => {
      const { id } = await this.find(input);
      await this.db.repo(CaseTask).delete(id);
    });
  }

  /** Runs a change with the locked request, and makes the open pages of its supporters reload. */
  private async change(viewer: Viewer, requestId: string, act: (request: Case) => Promise<void>) {
    await this.changes.applyChange(viewer, requestId, 'manageTasks', async (request) => {
      await act(request);
      await this.news.reloadSupporters(request);
    });
  }

  private async find({ requestId, taskId }: CaseTaskInput): Promise<CaseTask> {
    const id = isId(taskId) ? taskId : undefined;
    const task = id && (await this.db.repo(CaseTask).findOneBy({ id, requestId }));
    if (!task) throw new NotFound();
    return task;
  }

  /** Throws Invalid for a day far from today. The day of an older task may stay. */
  private assertNear({ dueOn }: AddCaseTaskInput, before: string | null = null): void {
    if (!dueOn || dueOn === before || isNearDay(dueOn, this.clock.now())) return;
    throw new Invalid('input', { dueOn: 'dayOutOfRange' });
  }

  /** The account of the chosen supporter. Throws Invalid for everybody who is not a supporter of the case. */
  private async assigneeOf(request: Case, { supporterId }: AddCaseTaskInput) {
    if (!supporterId) return null;
    const chosen = (await this.supportersOf(request)).find(({ id }) => id === supporterId);
    if (!chosen) throw new Invalid('input', { supporterId: 'isIn' });
    return chosen.accountId;
  }

  private async supportersOf(request: Case): Promise<Supporter[]> {
    const accountId = In(await this.news.supporterIdsOf(request));
    const supporters = await this.db.repo(Supporter).findBy({ accountId });
    return supporters.filter(({ workName }) => workName !== null);
  }

  private async notifyAssignee({ accountId }: Viewer, request: Case, assigneeId: string) {
    if (assigneeId !== accountId) await this.news.notifyOne(request, assigneeId);
  }
}

const contentOf = (request: Case, id: string, { text, dueOn }: AddCaseTaskInput): Buffer =>
  encryptTask(request, id, { text, dueOn: dueOn ?? null });

/** Each change encrypts the content again, so the hash also differs if only the person changed. */
const hashOf = ({ content }: CaseTask): string =>
  createHash('sha256').update(content).digest('hex');

/** A task without a day follows those with one. */
function byUrgency(one: CaseTaskView, other: CaseTaskView): number {
  if (one.doneAt && other.doneAt) return other.doneAt.getTime() - one.doneAt.getTime();
  if (one.doneAt || other.doneAt) return one.doneAt ? 1 : -1;
  return (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9');
}
