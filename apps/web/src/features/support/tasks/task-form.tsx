import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { Select, TextArea, TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import type { TeamMember } from '../team/team.graphql';
import './error-texts';
import { TaskSummary } from './task-summary';
import {
  ADD_CASE_TASK,
  EDIT_CASE_TASK,
  REMOVE_CASE_TASK,
  type Task,
  TASK_CHANGES,
} from './tasks.graphql';

interface Draft {
  readonly text: string;
  /** Empty for nobody. */
  readonly supporterId: string;
  /** Empty without a day. */
  readonly dueOn: string;
}

interface TaskFormProps {
  requestId: string;
  /** The task to change; undefined for a new one. */
  task?: Task;
  team: readonly TeamMember[];
  /** Loads the task again. */
  again: () => void;
  onDone: () => void;
  onCancel: () => void;
}

/** Adds a task, or changes or removes one. */
export function TaskForm({ requestId, task, team, again, onDone, onCancel }: TaskFormProps) {
  const [written, setDraft] = useState<Draft>({
    text: task?.text ?? '',
    supporterId: task?.supporter?.id ?? '',
    dueOn: task?.dueOn ?? '',
  });
  const [readAs, setReadAs] = useState(task?.readAs ?? '');
  const people = peopleOf(team, task);
  // The chosen supporter may have left the case while the form is open.
  const isThere = people.some(({ id }) => id === written.supporterId);
  const draft = isThere ? written : { ...written, supporterId: '' };
  const onChange = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const adding = useMutationState(ADD_CASE_TASK, TASK_CHANGES);
  const editing = useMutationState(EDIT_CASE_TASK, TASK_CHANGES);
  const { isBusy, problem, fieldMessage } = task ? editing : adding;
  const isStale = problem?.reason === 'support.taskChanged';
  const send = async () => {
    const { text, supporterId, dueOn } = draft;
    // The form shows the other change, so the next try may replace it.
    const base = task && isStale ? task.readAs : readAs;
    setReadAs(base);
    const said = { requestId, text, supporterId: supporterId || null, dueOn: dueOn || null };
    const isSent = task
      ? await editing.run({ input: { ...said, taskId: task.id, readAs: base } })
      : await adding.run({ input: said });
    if (isSent) onDone();
    else if (task) again();
  };
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TaskFields {...{ draft, people, fieldMessage }} onChange={onChange} />
      <FormProblem problem={problem} />
      {task && isStale && task.readAs !== readAs && <OtherChange task={task} />}
      <span className="btns">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          <Trans>Guardar el pendiente</Trans>
        </Button>
        <Button onClick={onCancel}>
          <Trans>Cancelar</Trans>
        </Button>
        {task && <RemoveButton {...{ requestId, task, onDone }} />}
      </span>
    </form>
  );
}

/** The supporters of the case, and while they load only the one who does the task. */
function peopleOf(team: readonly TeamMember[], task: Task | undefined) {
  if (team.length > 0) return team.map(({ supporter }) => supporter);
  return task?.supporter ? [task.supporter] : [];
}

/** The task as another supporter changed it. */
function OtherChange({ task }: { task: Task }) {
  return (
    <div className="stack stack--1">
      <h3>
        <Trans>Así quedó</Trans>
      </h3>
      <TaskSummary task={task} />
    </div>
  );
}

interface TaskFieldsProps {
  draft: Draft;
  people: ReturnType<typeof peopleOf>;
  fieldMessage: (field: string) => string | undefined;
  onChange: (more: Partial<Draft>) => void;
}

function TaskFields({ draft, people, fieldMessage, onChange }: TaskFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextArea
        label={t`Qué hay que hacer`}
        rows={2}
        maxLength={500}
        autoFocus
        value={draft.text}
        error={fieldMessage('text')}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <Select
        label={t`Quién lo hace`}
        value={draft.supporterId}
        error={fieldMessage('supporterId')}
        onChange={({ target }) => onChange({ supporterId: target.value })}
      >
        <option value="">{t`Nadie todavía`}</option>
        {people.map(({ id, workName }) => (
          <option key={id} value={id}>
            {workName}
          </option>
        ))}
      </Select>
      <TextField
        type="date"
        label={t`Para qué día`}
        isOptional
        value={draft.dueOn}
        error={fieldMessage('dueOn')}
        onChange={({ target }) => onChange({ dueOn: target.value })}
      />
    </>
  );
}

type RemoveProps = Pick<TaskFormProps, 'requestId' | 'onDone'> & { task: Task };

function RemoveButton({ requestId, task, onDone }: RemoveProps) {
  const { t } = useLingui();
  const { text } = task;
  return (
    <ConfirmedMutationButton
      document={REMOVE_CASE_TASK}
      variables={{ input: { requestId, taskId: task.id } }}
      label={<Trans>Quitar</Trans>}
      ariaLabel={t`Quitar el pendiente: ${text}`}
      title={<Trans>¿Quitar el pendiente?</Trans>}
      actLabel={<Trans>Quitar</Trans>}
      actKind="danger"
      done={t`Pendiente quitado`}
      onDone={onDone}
    >
      <Trans>Se borra para todo el equipo del caso y no se puede deshacer.</Trans>
    </ConfirmedMutationButton>
  );
}
