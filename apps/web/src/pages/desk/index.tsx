import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../ui/page/empty-state';
import { usePageLayout } from '../../ui/page/page';
import { DeskPanes, DeskQueue } from './desk-frame';

export default function DeskPage() {
  const { t } = useLingui();
  usePageLayout({ back: { to: '/', label: t`Inicio` }, title: t`Mesa`, isSlim: true });
  return (
    <DeskPanes>
      <main id="main" tabIndex={-1} className="queue__main">
        <DeskQueue isPage />
      </main>
      <div className="file only-d">
        <EmptyState title={<Trans>Elige algo de la cola</Trans>}>
          <Trans>Lo que abres queda en tus manos por un rato, y lo ve quien también lee.</Trans>
        </EmptyState>
      </div>
    </DeskPanes>
  );
}
