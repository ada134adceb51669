import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { IntroductionList } from '../../features/introductions/introduction-list';
import { OfferToIntroduce } from '../../features/introductions/offer-to-introduce';
import { SuggestionCards } from '../../features/introductions/suggestion-cards';
import type { Suggestion } from '../../features/introductions/suggestions.graphql';
import { ReportButton } from '../../features/moderation/reports/report-button';
import type { IntroductionSide } from '../../gql/types';
import { DirectoryTabs } from '../../ui/page/directory-tabs';
import { Page } from '../../ui/page/page';
import { SegmentedControl } from '../../ui/forms/switches';

/** Introductions received, sent, and waiting to be passed on. The URL holds the selected tab. */
export default function IntroductionsPage() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const side = sideIn(search.get('side'));
  const options = [
    { value: 'asked', label: t`Para ti` },
    { value: 'asker', label: t`Pediste` },
    { value: 'introducer', label: t`Para presentar` },
  ] as const;
  return (
    <Page width={688} back={{ to: '/people', label: t`Gente` }} title={t`Presentaciones`}>
      <div className="finding__head">
        <h1>
          <Trans>Presentaciones</Trans>
        </h1>
        <DirectoryTabs />
      </div>
      <SegmentedControl
        label={t`Cuáles ves`}
        value={side}
        options={options}
        onChange={(next) => setSearch(next === 'asked' ? {} : { side: next }, { replace: true })}
      />
      {side === 'asked' && <SuggestionCards reportOf={reportOf} />}
      {side === 'introducer' && <OfferToIntroduce />}
      <IntroductionList key={side} side={side} />
    </Page>
  );
}

const reportOf = ({ id }: Suggestion) => (
  <ReportButton target={{ subject: 'Suggestion', subjectId: id }} />
);

const sideIn = (word: string | null): IntroductionSide =>
  word === 'asker' || word === 'introducer' ? word : 'asked';
