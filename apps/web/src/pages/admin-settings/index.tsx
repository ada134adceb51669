import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { DeskSettingsRows } from '../../features/settings/desk/desk-settings-rows';
import { CallLinkSetting } from '../../features/settings/instance/call-link-setting';
import { CaseLimitsSetting } from '../../features/settings/instance/case-limits-setting';
import { ExitSetting } from '../../features/settings/instance/exit-setting';
import { LongestRetentionSetting } from '../../features/settings/instance/longest-retention-setting';
import { OperatorSetting } from '../../features/settings/instance/operator-setting';
import { SafeDefaults } from '../../features/settings/instance/safe-defaults';
import { SupportPause } from '../../features/settings/instance/support-pause';
import { VouchesSetting } from '../../features/settings/instance/vouches-setting';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Settings of the instance, and the rules that it cannot change. */
export default function AdminSettingsPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  const onAsked = (id: string) => open(`/approvals/${id}`);
  return (
    <Page width={688} back={{ to: '/admin', label: t`Administración` }} title={t`Ajustes`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Ajustes</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Se cambian entre dos: una persona de administración lo pide y otra lo aprueba. Donde
            basta una, se dice.
          </Trans>
        </p>
      </div>
      <VouchesSetting onConfirm={confirm} onAsked={onAsked} />
      <LongestRetentionSetting onConfirm={confirm} onAsked={onAsked} />
      <OperatorSetting onConfirm={confirm} onAsked={onAsked} />
      <ExitSetting onConfirm={confirm} onAsked={onAsked} />
      <CaseLimitsSetting onConfirm={confirm} onAsked={onAsked} />
      <CallLinkSetting onConfirm={confirm} onAsked={onAsked} />
      <SupportPause />
      <DeskSettingsRows />
      <SafeDefaults />
      {sheet}
    </Page>
  );
}
