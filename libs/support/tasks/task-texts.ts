import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import type { CaseTask } from './case-task.entity.js';

type Key = Pick<SupportRequest, 'key'>;

/** The text of a task, and the day by which it should be done (`2026-12-25`). */
export interface TaskContent {
  readonly text: string;
  readonly dueOn: string | null;
}

const contextOf = (id: string) => `case_task.content ${id}`;

/** Encrypts the content of a task with the key of its request. */
export const encryptTask = ({ key }: Key, id: string, content: TaskContent): Buffer =>
  new KeyedBox(key).encrypt(contextOf(id), content);

/** Decrypts the content of a task. Throws for the key of another request. */
export const decryptTask = ({ key }: Key, { id, content }: CaseTask): TaskContent =>
  new KeyedBox(key).decrypt<TaskContent>(contextOf(id), content);
