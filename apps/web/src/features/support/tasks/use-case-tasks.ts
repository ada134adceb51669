import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { CASE_TASKS, type Task } from './tasks.graphql';

/** The tasks of a case, updated live. Undefined while they load. */
export function useCaseTasks(requestId: string) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: CASE_TASKS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  // Notices about other cases must not load these tasks: the requester sees every reading.
  useNews(['caseTasks'], again, [requestId]);
  const problem = data ? undefined : requestProblemOf(error);
  return { tasks: data?.caseTasks, problem, again };
}

/**
 * The tasks whose forms are open. A form stays where it was opened, with its text, when another supporter marks or removes
 * the task.
 */
export function useEditedTasks(tasks: readonly Task[]) {
  const [edited, setEdited] = useState<readonly Task[]>([]);
  const heldOf = ({ id }: Task) => edited.find((one) => one.id === id);
  const present = tasks.map((task) => ({ ...task, doneAt: (heldOf(task) ?? task).doneAt }));
  const removed = edited.filter(({ id }) => !tasks.some((one) => one.id === id));
  return {
    shown: [...present, ...removed],
    isEdited: (task: Task) => heldOf(task) !== undefined,
    setEdited: (task: Task, isOpen: boolean) =>
      setEdited((now) => [...now.filter(({ id }) => id !== task.id), ...(isOpen ? [task] : [])]),
  };
}

/** Id of the checkbox of a task. */
export const checkIdOf = (taskId: string) => `task-${taskId}`;

/** Moves the focus along with a task that changes lists; to the summary of the done ones while these are folded. */
export function useFocusOnMove(tasks: readonly Task[] | undefined) {
  const summary = useRef<HTMLElement>(null);
  const moving = useRef<{ readonly id: string; readonly isDone: boolean }>(undefined);
  useEffect(() => {
    const { id, isDone } = moving.current ?? {};
    if (!tasks?.some((task) => task.id === id && Boolean(task.doneAt) === isDone)) return;
    moving.current = undefined;
    // The person may have gone on to another control.
    if (document.activeElement !== document.body) return;
    const box = document.getElementById(checkIdOf(id ?? ''));
    box?.focus();
    if (document.activeElement !== box) summary.current?.focus();
  }, [tasks]);
  /** Call it before a task is marked. */
  const onMove = (id: string, isDone: boolean) => void (moving.current = { id, isDone });
  return { summary, onMove };
}
