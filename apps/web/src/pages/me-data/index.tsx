import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActsAboutMe } from '../../features/audit/acts-about-me';
import { DataReceipts } from '../../features/retention/data-receipts';
import { type MyAccount, useMyAccount } from '../../features/signin/use-my-account';
import { DeleteAccount } from '../../features/signin/delete-account';
import { ExportData } from '../../features/signin/export-data';
import { useMe } from '../../lib/server/session';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** Data export, deletion of the account, and the log of powers used on the account. */
export default function MyDataPage() {
  const { t } = useLingui();
  const { account, problem, reload } = useMyAccount();
  const { standing } = useMe();
  return (
    <Page
      width={640}
      back={
        standing === 'applicant'
          ? { to: '/support', label: t`Apoyo` }
          : { to: '/account', label: t`Tu cuenta` }
      }
      title={t`Tus datos`}
    >
      <h1>
        <Trans>Tus datos</Trans>
      </h1>
      {!account && problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!account && !problem && <Skeleton kind="row" rows={2} />}
      {standing === 'applicant' ? (
        <p className="muted">
          <Trans>Aquí consta lo que se destruyó sobre ti, también lo que borraste.</Trans>
        </p>
      ) : (
        account && <Acts account={account} />
      )}
      {(standing === 'member' || standing === 'staff') && <ActsAboutMe />}
      <DataReceipts />
    </Page>
  );
}

function Acts({ account: { hasPassword, viewerCan } }: { account: MyAccount }) {
  const [open, setOpen] = useState<'export' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Rows>
        {viewerCan.includes('export') && (
          <Row
            start={<IconTile icon="download" />}
            title={<Trans>Descargar mis datos</Trans>}
            note={<Trans>Todo lo tuyo, en un archivo</Trans>}
            onClick={() => setOpen('export')}
          />
        )}
        {viewerCan.includes('delete') && (
          <Row
            start={<IconTile icon="trash" look="clay" />}
            title={<Trans>Borrar mi cuenta</Trans>}
            note={<Trans>Con 72 horas para cambiar de idea</Trans>}
            onClick={() => setOpen('delete')}
          />
        )}
      </Rows>
      <ExportData isOpen={open === 'export'} onClose={close} hasPassword={hasPassword} />
      <DeleteAccount
        isOpen={open === 'delete'}
        onClose={close}
        hasPassword={hasPassword}
        onAsked={close}
      />
    </>
  );
}
