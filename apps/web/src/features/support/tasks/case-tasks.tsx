import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useNow } from '../../../lib/page/use-now';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { Badge } from '../../../ui/display/badge';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { Check } from '../../../ui/forms/choice';
import type { TeamMember } from '../team/team.graphql';
import { useCaseTeam } from '../team/use-case-team';
import { TaskForm } from './task-form';
import { CASE_TASKS, MARK_CASE_TASK, type Task, TASK_CHANGES } from './tasks.graphql';

/** The tasks of a case, which only its supporters see and change. */
export function CaseTasks({ requestId }: { requestId: string }) {
  const [{ data }, execute] = useQuery({
    ...{ query: CASE_TASKS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportCase'], again);
  const { members } = useCaseTeam(requestId);
  const [isAdding, setAdding] = useState(false);
  if (!data) return null;
  const [open, done] = [
    data.caseTasks.filter(({ doneAt }) => !doneAt),
    data.caseTasks.filter(({ doneAt }) => doneAt),
  ];
  const list = { requestId, team: members, again };
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Pendientes</Trans>
      </h2>
      <p className="xs muted">
        <Trans>Los ven solo quienes dan apoyo en este caso. Se destruyen con él.</Trans>
      </p>
      {open.length > 0 && <TaskList {...list} tasks={open} />}
      {isAdding ? (
        <TaskForm
          {...{ requestId, team: members }}
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
    </Card>
  );
}

interface TaskListProps {
  requestId: string;
  team: readonly TeamMember[];
  tasks: readonly Task[];
  again: () => void;
}

function TaskList({ tasks, ...props }: TaskListProps) {
  return (
    <ul className="rows tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskItem {...props} task={task} />
        </li>
      ))}
    </ul>
  );
}

function TaskItem({ requestId, team, task, again }: Omit<TaskListProps, 'tasks'> & { task: Task }) {
  const { t } = useLingui();
  const [isEditing, setEditing] = useState(false);
  const mark = useMutationState(MARK_CASE_TASK, TASK_CHANGES);
  const { id: taskId, text, supporter, dueOn, doneAt } = task;
  // Shown at once. The task moves to the other list when the answer has arrived.
  const [isDone, setDone] = useState(Boolean(doneAt));
  const change = async (to: boolean) => {
    setDone(to);
    if (!(await mark.run({ input: { requestId, taskId, isDone: to } }))) setDone(!to);
    again();
  };
  if (isEditing) {
    return (
      <TaskForm
        {...{ requestId, team, task }}
        onDone={() => (setEditing(false), again())}
        onCancel={() => setEditing(false)}
      />
    );
  }
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
          onClick={() => setEditing(true)}
        >
          <Trans>Cambiar</Trans>
        </Button>
      </div>
      {(supporter || dueOn) && (
        <span className="wrap">
          {supporter && <Badge icon="support">{supporter.workName}</Badge>}
          {dueOn && !doneAt && <DueBadge day={dueOn} />}
        </span>
      )}
      <ErrorBanner text={mark.message} />
    </div>
  );
}

/** The day in the zone of the device, as `2026-12-25`: the Swedish format is that of ISO 8601. */
const dayOf = (time: number) => new Date(time).toLocaleDateString('sv-SE');

function DueBadge({ day }: { day: string }) {
  const { i18n } = useLingui();
  const isLate = day < dayOf(useNow());
  // A date without a time is read as midnight in UTC.
  const shown = i18n.date(day, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Badge {...(isLate && { look: 'warn' })} icon="clock">
      {isLate ? <Trans>Era para el {shown}</Trans> : <Trans>Para el {shown}</Trans>}
    </Badge>
  );
}
