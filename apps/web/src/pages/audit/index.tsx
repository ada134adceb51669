import { Trans, useLingui } from '@lingui/react/macro';
import { AuditRecords } from '../../features/audit/audit-records';
import { Page } from '../../ui/page';

/** For auditors: that power was used, never what it was about. */
export default function AuditPage() {
  const { t } = useLingui();
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
      <AuditRecords />
    </Page>
  );
}
