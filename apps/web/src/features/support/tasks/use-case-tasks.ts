import { useState } from 'react';
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
