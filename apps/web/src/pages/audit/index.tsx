import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { AuditFilters } from '../../features/audit/audit-filters';
import { AuditRecords } from '../../features/audit/audit-records';
import { VerifyChain } from '../../features/audit/verify-chain';
import type { AuditFilter } from '../../gql/types';
import { Page } from '../../ui/page/page';

/** Audit log for auditors: shows that a power was used, never the content it was used on. */
export default function AuditPage() {
  const { t } = useLingui();
  const [filter, setFilter] = useState<AuditFilter>({});
  return (
    <Page back={{ to: '/', label: t`Volver a Inicio` }} title={t`Auditoría`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Auditoría</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Quién usó qué tarea, sobre qué y cuándo. Son identificadores: no abren ningún contenido.
          </Trans>
        </p>
      </div>
      <VerifyChain />
      <AuditFilters filter={filter} onChange={setFilter} />
      <AuditRecords
        key={JSON.stringify(filter)}
        filter={filter}
        onActor={(actorId) => setFilter({ ...filter, actorId })}
      />
    </Page>
  );
}
