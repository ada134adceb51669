import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import {
  CloseFounding,
  FoundingSeats,
  FoundingSummary,
} from '../../features/settings/founding/founding';
import type { Founding } from '../../features/settings/founding/founding.graphql';
import { SafeDefaults } from '../../features/settings/instance/safe-defaults';
import { useFounding } from '../../features/settings/founding/use-founding';
import { VouchesSetting } from '../../features/settings/instance/vouches-setting';
import {
  type ConfirmWithPassword,
  usePasswordConfirmation,
} from '../../features/signin/use-password-confirmation';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { useOpenResult } from '../../ui/page/use-open-result';

/**
 * Set-up of a new instance: security checks, its first people, requirements for applications, and the end of the
 * founding.
 */
export default function AdminFoundingPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const { founding, problem, reload } = useFounding();
  return (
    <Page width={688} back={{ to: '/admin', label: t`Administración` }} title={t`Fundación`}>
      <h1>
        <Trans>Fundación</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={reload} />}
      {founding === undefined && !problem && <Skeleton kind="row" />}
      {founding === null && <NotFounded />}
      {founding?.closedAt && <FoundingSummary founding={founding} />}
      {founding && !founding.closedAt && <Open founding={founding} confirm={confirm} />}
      {sheet}
    </Page>
  );
}

function NotFounded() {
  return (
    <EmptyState title={<Trans>Esta instancia no pasó por una fundación</Trans>}>
      <Trans>Se llenó de otra manera, como una demostración.</Trans>
    </EmptyState>
  );
}

function Open({ founding, confirm }: { founding: Founding; confirm: ConfirmWithPassword }) {
  const open = useOpenResult();
  return (
    <>
      <SafeDefaults />
      <FoundingSeats founding={founding} />
      <section className="stack stack--3">
        <h2>
          <Trans>Lo que pide una postulación</Trans>
        </h2>
        <VouchesSetting onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      </section>
      <CloseFounding founding={founding} onConfirm={confirm} />
    </>
  );
}
