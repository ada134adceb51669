import { Trans, useLingui } from '@lingui/react/macro';
import { NoticeList } from '../../features/moderation/notices/notice-list';
import { Page } from '../../ui/page/page';

/** Notices from moderation. Also available while the account is suspended. */
export default function NoticesPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Moderación`}>
      <div className="stack stack--1">
        <h1>
          <Trans>De moderación</Trans>
        </h1>
        <p className="muted">
          <Trans>Decisiones de moderación sobre ti. Solo tú las ves.</Trans>
        </p>
      </div>
      <NoticeList />
    </Page>
  );
}
