import { apiAs, type Requester } from '../../app/client.js';
import { supportInputDocument } from '../support-requests.js';

const LIST = `query ($id: ID!) { caseTasks(id: $id) {
  id text supporter { id workName } dueOn readAs doneAt } }`;
const ADD = supportInputDocument('addCaseTask', 'AddCaseTaskInput');
const EDIT = supportInputDocument('editCaseTask', 'EditCaseTaskInput');
const MARK = supportInputDocument('markCaseTask', 'MarkCaseTaskInput');
const REMOVE = supportInputDocument('removeCaseTask', 'CaseTaskInput');

interface TaskOfCase {
  readonly requestId: string;
  readonly taskId: string;
}

/** Actions of a person on the tasks of a case. */
export const taskActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  list: async (id: string): Promise<any[]> => (await apiAs(who).ask(LIST, { id })).caseTasks,
  /** Returns the id of the new task. */
  async add(requestId: string, text = 'Llamar al proveedor', said: object = {}): Promise<string> {
    const ids = async () => (await taskActions(who).list(requestId)).map(({ id }) => id as string);
    const before = await ids();
    await apiAs(who).ask(ADD, { input: { requestId, text, ...said } });
    return (await ids()).find((id) => !before.includes(id))!;
  },
  /** Adds a task of a supporter in one request, without reading the tasks. */
  addFor: (requestId: string, text: string, supporterId?: string) =>
    apiAs(who).ask(ADD, { input: { requestId, text, supporterId } }),
  addCode: (requestId: string, said: object = {}) =>
    apiAs(who).code(ADD, { input: { requestId, text: 'Otra', ...said } }),
  /** Changes the task as it is now. */
  edit: async (of: TaskOfCase, text: string, said: object = {}) => {
    const readAs = await taskActions(who).readAs(of);
    return apiAs(who).ask(EDIT, { input: { ...of, text, readAs, ...said } });
  },
  /** Changes the task that was read as `readAs`. */
  editRead: (of: TaskOfCase, readAs: string, text: string) =>
    apiAs(who).ask(EDIT, { input: { ...of, text, readAs } }),
  readAs: async (of: TaskOfCase): Promise<string> => {
    const tasks = await taskActions(who).list(of.requestId);
    return tasks.find(({ id }) => id === of.taskId).readAs;
  },
  mark: (of: TaskOfCase, isDone: boolean) => apiAs(who).ask(MARK, { input: { ...of, isDone } }),
  remove: (of: TaskOfCase) => apiAs(who).ask(REMOVE, { input: { ...of } }),
  /** The answers to every operation on a task. */
  codes: async (of: TaskOfCase): Promise<string[]> => [
    await apiAs(who).code(LIST, { id: of.requestId }),
    await apiAs(who).code(ADD, { input: { requestId: of.requestId, text: 'x' } }),
    await apiAs(who).code(EDIT, { input: { ...of, text: 'x', readAs: '' } }),
    await apiAs(who).code(MARK, { input: { ...of, isDone: true } }),
    await apiAs(who).code(REMOVE, { input: { ...of } }),
  ],
});
