import { Trans, useLingui } from '@lingui/react/macro';
import { gql } from 'urql';
import type { AuditRecordsQuery, AuditRecordsQueryVariables } from '../../gql/types';
import { usePages } from '../../lib/use-pages';
import { Row, Rows } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { FormProblem } from '../../ui/form-problem';
import { LoadFailed } from '../../ui/load-failed';
import { LoadMore } from '../../ui/load-more';
import { Skeleton } from '../../ui/skeleton';
import { actName, dutyName, reasonName } from './words';

const AUDIT_RECORDS = gql<AuditRecordsQuery, AuditRecordsQueryVariables>`
  query AuditRecords($after: String) {
    auditRecords(first: 30, after: $after) {
      items {
        id
        createdAt
        duty
        action
        subjectType
        subjectId
        reason
        actorId
        aboutId
      }
      nextCursor
    }
  }
`;

type AuditRecord = AuditRecordsQuery['auditRecords']['items'][number];

/** Every use of a power, for the auditor: ids and verbs, which open nothing. */
export function AuditRecords() {
  const { items, problem, hasMore, isBusy, more, reload } = usePages(
    AUDIT_RECORDS,
    (data) => data.auditRecords,
  );
  if (!items && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!items) return <Skeleton kind="row" rows={6} />;
  if (items.length === 0) {
    return (
      <EmptyState title={<Trans>Todavía no hay registros</Trans>}>
        <Trans>Cada uso de una tarea queda aquí, sin contenido.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <RecordsTable records={items} />
      <RecordRows records={items} />
      <FormProblem problem={problem} />
      <LoadMore hasMore={hasMore} isBusy={isBusy} onMore={more} />
    </div>
  );
}

function RecordsTable({ records }: { records: readonly AuditRecord[] }) {
  const { t } = useLingui();
  return (
    <div className="tablewrap only-d" tabIndex={0} role="region" aria-label={t`Registro de actos`}>
      <table>
        <thead>
          <tr>
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
            <RecordRow key={record.id} record={record} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RecordRow({ record }: { record: AuditRecord }) {
  const { i18n } = useLingui();
  const when = i18n.date(record.createdAt, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <tr>
      <th scope="row">{actName(record.subjectType, record.action)}</th>
      <td className="num nowrap">{when}</td>
      <td>{dutyName(record.duty)}</td>
      <td>
        <ShortId id={record.actorId} />
      </td>
      <td>
        <ShortId id={record.aboutId} />
      </td>
      <td>{reasonName(record.reason)}</td>
    </tr>
  );
}

/** The same on a phone, where a table would hide half of it. */
function RecordRows({ records }: { records: readonly AuditRecord[] }) {
  const { i18n } = useLingui();
  return (
    <div className="only-m">
      <Rows>
        {records.map((record) => (
          <Row
            key={record.id}
            title={actName(record.subjectType, record.action)}
            note={
              <>
                {i18n.date(record.createdAt, { dateStyle: 'short', timeStyle: 'short' })} ·{' '}
                {dutyName(record.duty)}
                <br />
                <Trans>Quién:</Trans> <ShortId id={record.actorId} /> · <Trans>sobre:</Trans>{' '}
                <ShortId id={record.aboutId} />
                {record.reason && <> · {reasonName(record.reason)}</>}
              </>
            }
          />
        ))}
      </Rows>
    </div>
  );
}

/** Enough to see that two are the same; the whole id on hover and for copying. */
function ShortId({ id }: { id: string | null }) {
  if (!id) return <span className="muted">—</span>;
  return (
    <code title={id} className="num">
      {id.slice(0, 8)}
    </code>
  );
}
