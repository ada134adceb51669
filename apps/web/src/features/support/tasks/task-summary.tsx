import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { Badge } from '../../../ui/display/badge';
import type { Task } from './tasks.graphql';

/** The text of a task, with its supporter and its due day. */
export function TaskSummary({ task }: { task: Task }) {
  return (
    <>
      <p className="said">{task.text}</p>
      <TaskBadges task={task} />
    </>
  );
}

/** Badges with the supporter and the due day of a task. */
export function TaskBadges({ task: { supporter, dueOn, doneAt } }: { task: Task }) {
  if (!supporter && !dueOn) return null;
  return (
    <span className="wrap">
      {supporter && <Badge icon="support">{supporter.workName}</Badge>}
      {dueOn && !doneAt && <DueBadge day={dueOn} />}
    </span>
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
