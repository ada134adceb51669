import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { InboxList } from '../../features/notifications/inbox-list';
import { Page } from '../../ui/page/page';

/** Inbox: mentions, answers, and requests that need the viewer's answer. */
export default function InboxPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/', label: t`Inicio` }} title={t`Bandeja`}>
      <div className="inline between">
        <h1>
          <Trans>Bandeja</Trans>
        </h1>
        <Link className="xs" to="/me/notifications">
          <Trans>Elegir avisos</Trans>
        </Link>
      </div>
      <InboxList />
    </Page>
  );
}
