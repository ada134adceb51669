import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import '../../features/audit/error-texts';
import { EmergencyLineForm } from '../../features/settings/emergency/emergency-line-form';
import { useLinesToEdit } from '../../features/settings/emergency/use-lines-to-edit';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Form for a new emergency line, or for the line in the URL. */
export default function AdminEmergencyLinePage() {
  const { t } = useLingui();
  const { id } = useParams();
  const open = useOpenResult();
  const { lines, problem, reload } = useLinesToEdit();
  const { confirm, sheet } = usePasswordConfirmation();
  const line = lines?.find((one) => one.id === id);
  const title = id ? t`Cambiar una línea` : t`Agregar una línea`;
  if (id && lines && !line) return <NotFound />;
  const isReady = lines !== undefined;
  return (
    <Page
      width={688}
      back={{ to: '/admin/emergency', label: t`Lista de emergencia` }}
      title={title}
    >
      <h1>{title}</h1>
      {!isReady && problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!isReady && !problem && <Skeleton kind="row" rows={4} />}
      {isReady && (
        <EmergencyLineForm
          key={line?.id}
          {...{ line, onConfirm: confirm }}
          onAsked={(actId) => open(`/approvals/${actId}`)}
        />
      )}
      {sheet}
    </Page>
  );
}
