import { Trans, useLingui } from '@lingui/react/macro';
import type { AuditFilter } from '../../gql/types';
import { usePagedList } from '../../lib/server/use-paged-list';
import { Row, Rows } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { FormProblem } from '../../ui/forms/form-problem';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import { Skeleton } from '../../ui/display/skeleton';
import { AUDIT_RECORDS_QUERY, type AuditRecord } from './audit.graphql';
import { actionName, powerName, reasonName } from './action-names';

interface AuditRecordsProps {
  filter: AuditFilter;
  /** Called when an actor's id is pressed, to filter by that actor. */
  onActor: (id: string) => void;
}

/** Audit log for auditors. It shows ids and actions; the ids are not links. */
export function AuditRecords({ filter, onActor }: AuditRecordsProps) {
  const { items, problem, hasMore, isBusy, more, reload } = usePagedList(
    AUDIT_RECORDS_QUERY,
    (data) => data.auditRecords,
    { filter },
  );
  if (!items && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!items) return <Skeleton kind="row" rows={6} />;
  if (items.length === 0) return <Nothing isFiltered={Object.keys(filter).length > 0} />;
  return (
    <div className="stack">
      <RecordsTable records={items} onActor={onActor} />
      <RecordRows records={items} onActor={onActor} />
      <FormProblem problem={problem} />
      <LoadMore hasMore={hasMore} isBusy={isBusy} onMore={more} />
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title={<Trans>Nada con estos filtros</Trans>}>
        <Trans>Prueba con menos, o con más días.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans>Todavía no hay registros</Trans>}>
      <Trans>Cada uso de una tarea queda aquí, sin contenido.</Trans>
    </EmptyState>
  );
}

interface RecordsProps {
  records: readonly AuditRecord[];
  onActor: (id: string) => void;
}

function RecordsTable({ records, onActor }: RecordsProps) {
  const { t } = useLingui();
  return (
    <div className="tablewrap only-d" tabIndex={0} role="region" aria-label={t`Registro de actos`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Número</Trans>
            </th>
            <th scope="col">
              <Trans>Qué</Trans>
            </th>
            <th scope="col">
              <Trans>Cuándo</Trans>
            </th>
            <th scope="col">
              <Trans>Con qué tarea</Trans>
            </th>
            <th scope="col">
              <Trans>Quién</Trans>
            </th>
            <th scope="col">
              <Trans>Sobre quién</Trans>
            </th>
            <th scope="col">
              <Trans>Motivo</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow key={record.id} record={record} onActor={onActor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Id of the affected account. A record without this id, such as a record about a decoy, falls back to the account that
 * is its subject.
 */
const aboutWhom = ({ aboutId, subjectType, subjectId }: AuditRecord) =>
  aboutId ?? (subjectType === 'Account' ? subjectId : null);

interface RecordRowProps {
  record: AuditRecord;
  onActor: (id: string) => void;
}

function RecordRow({ record, onActor }: RecordRowProps) {
  const { i18n } = useLingui();
  const when = i18n.date(record.createdAt, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <tr>
      <td className="num">{record.seq}</td>
      <th scope="row">{actionName(record.subjectType, record.action)}</th>
      <td className="num nowrap">{when}</td>
      <td>{powerName(record)}</td>
      <td>
        <Actor id={record.actorId} onActor={onActor} />
      </td>
      <td>
        <ShortId id={aboutWhom(record)} />
      </td>
      <td>{reasonName(record.reason)}</td>
    </tr>
  );
}

/** The same records as a list, for narrow screens. */
function RecordRows({ records, onActor }: RecordsProps) {
  const { i18n } = useLingui();
  return (
    <div className="only-m">
      <Rows>
        {records.map((record) => (
          <Row
            key={record.id}
            title={actionName(record.subjectType, record.action)}
            note={
              <>
                {record.seq} ·{' '}
                {i18n.date(record.createdAt, { dateStyle: 'short', timeStyle: 'short' })} ·{' '}
                {powerName(record)}
                <br />
                <Trans>Quién:</Trans> <Actor id={record.actorId} onActor={onActor} /> ·{' '}
                <Trans>sobre:</Trans> <ShortId id={aboutWhom(record)} />
                {record.reason && <> · {reasonName(record.reason)}</>}
              </>
            }
          />
        ))}
      </Rows>
    </div>
  );
}

/** The actor's id; pressing it filters by that actor. */
function Actor({ id, onActor }: { id: string | null; onActor: (id: string) => void }) {
  const { t } = useLingui();
  if (!id) return <ShortId id={id} />;
  const short = id.slice(0, 8);
  return (
    <button
      type="button"
      className="linklike num"
      title={id}
      aria-label={t`Ver solo lo de ${short}`}
      onClick={() => onActor(id)}
    >
      {short}
    </button>
  );
}

/** First characters of an id, enough to compare; the tooltip has the whole id. */
function ShortId({ id }: { id: string | null }) {
  if (!id) return <span className="muted">—</span>;
  return (
    <code title={id} className="num">
      {id.slice(0, 8)}
    </code>
  );
}
