import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { Check } from '../../../ui/forms/choice';
import { LoadFailed } from '../../../ui/page/load-failed';
import type { TeamMember } from '../team/team.graphql';
import { useCaseTeam } from '../team/use-case-team';
import { TaskForm } from './task-form';
import { TaskBadges } from './task-summary';
import { MARK_CASE_TASK, type Task, TASK_CHANGES } from './tasks.graphql';
import { useCaseTasks, useEditedTasks } from './use-case-tasks';

/** The tasks of a case, which only its supporters see and change. */
export function CaseTasks({ requestId }: { requestId: string }) {
  const { tasks, problem, again } = useCaseTasks(requestId);
  // The page of the case says that the viewer may no longer read it.
  if (problem?.code === 'NOT_FOUND' || (!tasks && !problem)) return null;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Pendientes</Trans>
      </h2>
      <p className="xs muted">
        <Trans>Los ven solo quienes dan apoyo en este caso. Se destruyen con él.</Trans>
      </p>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {tasks && <TaskLists {...{ requestId, tasks, again }} />}
    </Card>
  );
}

interface TaskListsProps {
  requestId: string;
  tasks: readonly Task[];
  again: () => void;
}

function TaskLists({ requestId, tasks, again }: TaskListsProps) {
  const { members: team } = useCaseTeam(requestId);
  const [isAdding, setAdding] = useState(false);
  const { shown, isEdited, setEdited } = useEditedTasks(tasks);
  const [open, done] = [
    shown.filter(({ doneAt }) => !doneAt),
    shown.filter(({ doneAt }) => doneAt),
  ];
  const list = { requestId, team, again, isEdited, setEdited };
  return (
    <>
      {open.length > 0 && <TaskList {...list} tasks={open} />}
      {isAdding ? (
        <TaskForm
          {...{ requestId, team, again }}
          onDone={() => (setAdding(false), again())}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <span>
          <Button small icon="plus" onClick={() => setAdding(true)}>
            <Trans>Sumar un pendiente</Trans>
          </Button>
        </span>
      )}
      {done.length > 0 && (
        <details className="tasks__done">
          <summary>
            <Trans>Hechos: {done.length}</Trans>
          </summary>
          <TaskList {...list} tasks={done} />
        </details>
      )}
    </>
  );
}

interface TaskProps {
  requestId: string;
  team: readonly TeamMember[];
  task: Task;
  again: () => void;
  setEdited: (task: Task, isOpen: boolean) => void;
}

interface TaskListProps extends Omit<TaskProps, 'task'> {
  tasks: readonly Task[];
  isEdited: (task: Task) => boolean;
}

function TaskList({ tasks, isEdited, ...props }: TaskListProps) {
  return (
    <ul className="rows tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          {isEdited(task) ? <Edited {...props} task={task} /> : <TaskItem {...props} task={task} />}
        </li>
      ))}
    </ul>
  );
}

function Edited({ requestId, team, task, again, setEdited }: TaskProps) {
  return (
    <TaskForm
      {...{ requestId, team, task, again }}
      onDone={() => (setEdited(task, false), again())}
      onCancel={() => setEdited(task, false)}
    />
  );
}

function TaskItem({ requestId, task, again, setEdited }: TaskProps) {
  const { t } = useLingui();
  const mark = useMutationState(MARK_CASE_TASK, TASK_CHANGES);
  const { id: taskId, text, doneAt } = task;
  // Shown at once. The task moves to the other list when the answer has arrived.
  const [isDone, setDone] = useState(Boolean(doneAt));
  const change = async (to: boolean) => {
    setDone(to);
    if (!(await mark.run({ input: { requestId, taskId, isDone: to } }))) setDone(!to);
    again();
  };
  return (
    <div className="stack stack--1">
      <div className="inline top">
        <Check
          aria-label={t`Hecho: ${text}`}
          checked={isDone}
          onChange={({ target }) => void change(target.checked)}
        >
          <span className="said">{text}</span>
        </Check>
        <Button
          kind="text"
          small
          className="end"
          aria-label={t`Cambiar el pendiente: ${text}`}
          onClick={() => setEdited(task, true)}
        >
          <Trans>Cambiar</Trans>
        </Button>
      </div>
      <TaskBadges task={task} />
      <ErrorBanner text={mark.message} />
    </div>
  );
}
