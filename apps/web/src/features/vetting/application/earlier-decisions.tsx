import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportReason } from '../../../gql/types';
import { SHORT_REPORT_REASON_LABELS } from '../../../lib/text/moderation-names';
import { Banner } from '../../../ui/display/banner';
import type { ApplicationFile } from '../desk/desk.graphql';
import { REASON_CLASS_LABELS } from './vetting-labels';

/**
 * Warns that the same person was declined or removed before, with reason class and date. The earlier file no longer
 * exists.
 */
export function EarlierDecisions({ file }: { file: ApplicationFile }) {
  return (
    <>
      <Removed file={file} />
      <Declined file={file} />
    </>
  );
}

function Removed({ file: { earlierRemovals } }: { file: ApplicationFile }) {
  const { i18n } = useLingui();
  if (earlierRemovals.length === 0) return null;
  const said = earlierRemovals.map(
    ({ reason, month }) =>
      `${i18n._(SHORT_REPORT_REASON_LABELS[reason as ReportReason] ?? SHORT_REPORT_REASON_LABELS.other)} (${monthIn(i18n.locale, month)})`,
  );
  return (
    <Banner
      look="warn"
      icon="alert"
      title={<Trans>Ya tuvo una cuenta, y moderación la quitó para siempre</Trans>}
    >
      <b>{said.join(' · ')}</b>
      <Trans>De entonces solo quedan esa razón y el mes.</Trans>
    </Banner>
  );
}

function Declined({ file: { earlierDecisions } }: { file: ApplicationFile }) {
  const { i18n } = useLingui();
  if (earlierDecisions.length === 0) return null;
  const said = earlierDecisions.map(
    ({ reasonClass, month }) =>
      `${i18n._(REASON_CLASS_LABELS[reasonClass ?? 'other'])} (${monthIn(i18n.locale, month)})`,
  );
  return (
    <Banner icon="clock" title={<Trans>Ya postuló antes, y se decidió que no</Trans>}>
      <b>{said.join(' · ')}</b>
      <Trans>De entonces solo quedan esa razón y el mes.</Trans>
    </Banner>
  );
}

const monthIn = (locale: string, month: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
