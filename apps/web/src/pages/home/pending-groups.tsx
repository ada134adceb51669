import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { useNews } from '../../lib/server/use-news';
import type { IconName } from '../../ui/display/icon';
import { IconTile, Row } from '../../ui/display/card';
import { PENDING_GROUPS_QUERY } from './pending-groups.graphql';
import { type PendingKind, type PendingTask, tasksOfGroups } from './pending-tasks-of-groups';

const SUBJECTS = [
  ...['group', 'joinRequest', 'groupInvitation', 'stewardshipOffer', 'coalitionInvitation'],
  'organisationInvitation',
];

/** How many tasks of each kind wait, by the badge counts. */
function useCounts(): Record<PendingKind, number> {
  const counts = useBadgeCounts();
  return {
    agreements: counts['/groups/agreements'] ?? 0,
    offers: counts['/groups/offers'] ?? 0,
    invitations: counts['/groups/invitations'] ?? 0,
    requests: counts['/groups/requests'] ?? 0,
    coalitions: counts['/coalitions/invitations'] ?? 0,
    grants: counts['/coalitions/grants'] ?? 0,
    names: counts['/coalitions/names'] ?? 0,
    organisations: counts['/organisations'] ?? 0,
  };
}

/**
 * Tasks of the viewer in groups, coalitions and organisations: one row for each kind. The row of a single task names the group or
 * coalition and leads to the page on which it is done; until the names are loaded, and with several, it leads to the
 * list.
 */
export function PendingGroups() {
  const counts = useCounts();
  const [{ data }, refetch] = useQuery({
    query: PENDING_GROUPS_QUERY,
    variables: {
      agreements: counts.agreements > 0,
      offers: counts.offers > 0,
      invitations: counts.invitations > 0,
      requests: counts.requests > 0,
      coalitions: counts.coalitions > 0,
      grants: counts.grants > 0,
      names: counts.names > 0,
      organisations: counts.organisations > 0,
    },
    requestPolicy: 'cache-and-network',
    pause: Object.values(counts).every((count) => count === 0),
  });
  useNews(SUBJECTS, () => refetch({ requestPolicy: 'network-only' }));
  const tasks = tasksOfGroups(data ?? {});
  return (
    <>
      <ChangedAgreements count={counts.agreements} tasks={tasks.agreements} />
      <Offers count={counts.offers} tasks={tasks.offers} />
      <Invitations count={counts.invitations} tasks={tasks.invitations} />
      <CoalitionInvitations count={counts.coalitions} tasks={tasks.coalitions} />
      <Grants count={counts.grants} tasks={tasks.grants} />
      <MissingNames count={counts.names} tasks={tasks.names} />
      <OrganisationInvitations count={counts.organisations} tasks={tasks.organisations} />
      <JoinRequests count={counts.requests} tasks={tasks.requests} />
    </>
  );
}

interface TasksProps {
  count: number;
  tasks: readonly PendingTask[];
}

function ChangedAgreements(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      list="/groups"
      one={({ name }) => <Trans>Cambiaron los acuerdos de {name}</Trans>}
      all={
        <Plural
          value={count}
          one="Cambiaron los acuerdos de un grupo"
          other="Cambiaron los acuerdos de # grupos"
        />
      }
      note={<Trans>Léelos y acéptalos para seguir escribiendo</Trans>}
    />
  );
}

function Offers(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      list="/groups"
      one={({ name }) => <Trans>Te piden sostener {name}</Trans>}
      all={
        <Plural value={count} one="Te piden sostener un grupo" other="Te piden sostener # grupos" />
      }
    />
  );
}

function Invitations(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      list="/groups"
      one={({ name }) => <Trans>Te invitan a {name}</Trans>}
      all={<Plural value={count} one="Te invitan a un grupo" other="Te invitan a # grupos" />}
    />
  );
}

function CoalitionInvitations(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      icon="coalition"
      list="/coalitions"
      one={({ name, coalition }) => (
        <Trans>
          Invitan a {name} a la coalición {coalition}
        </Trans>
      )}
      all={
        <Plural
          value={count}
          one="Invitan a tu grupo u organización a una coalición"
          other="Invitan a tus grupos u organizaciones a # coaliciones"
        />
      }
    />
  );
}

function Grants(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      icon="coalition"
      list="/coalitions"
      one={({ name }) => <Trans>Te invitan a participar en {name}</Trans>}
      all={
        <Plural
          value={count}
          one="Te invitan a participar en una coalición"
          other="Te invitan a participar en # coaliciones"
        />
      }
    />
  );
}

function MissingNames(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      icon="coalition"
      list="/coalitions"
      one={({ name, coalition }) => (
        <Trans>
          Elige un nombre para {name} en {coalition}
        </Trans>
      )}
      all={
        <Plural
          value={count}
          one="Elige un nombre para tu grupo u organización en una coalición"
          other="Elige # nombres para tus grupos u organizaciones en coaliciones"
        />
      }
      note={<Trans>Hasta entonces aparece sin nombre</Trans>}
    />
  );
}

function OrganisationInvitations(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      list="/organisations"
      one={({ name }) => <Trans>Te invitan a {name}</Trans>}
      all={
        <Plural
          value={count}
          one="Te invitan a una organización"
          other="Te invitan a # organizaciones"
        />
      }
    />
  );
}

function JoinRequests(props: TasksProps) {
  const { count } = props;
  return (
    <TaskRow
      {...props}
      list="/groups"
      one={({ name }) => (
        <Plural
          value={count}
          one={`# persona pide entrar a ${name}`}
          other={`# personas piden entrar a ${name}`}
        />
      )}
      all={<Plural value={count} one="# persona pide entrar" other="# personas piden entrar" />}
    />
  );
}

interface TaskRowProps extends TasksProps {
  icon?: IconName;
  /** Page that lists the tasks of this kind. */
  list: string;
  one: (task: PendingTask) => ReactNode;
  all: ReactNode;
  note?: ReactNode;
}

function TaskRow({ count, tasks, icon = 'groups', list, one, all, note }: TaskRowProps) {
  const { i18n } = useLingui();
  if (count === 0) return null;
  const [task, ...others] = tasks;
  // Where the count and the tasks were loaded at different times and differ, the row leads to the list.
  const isSingle = task !== undefined && others.length === 0 && (task.count ?? 1) === count;
  const names = new Intl.ListFormat(i18n.locale).format(tasks.map(({ name }) => name));
  return (
    <Row
      to={isSingle ? task.to : list}
      start={<IconTile icon={icon} look="clay" />}
      title={<span className="breakable">{isSingle ? one(task) : all}</span>}
      note={isSingle || !names ? note : <span className="breakable">{names}</span>}
    />
  );
}
