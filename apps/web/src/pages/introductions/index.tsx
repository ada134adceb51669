import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { IntroductionList } from '../../features/introductions/introduction-list';
import { Page } from '../../ui/page';
import { Segments } from '../../ui/switches';

/** Those that ask to meet the viewer, and those that the viewer asked. Which one is shown stands in the address. */
export default function Introductions() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const side = search.get('side') === 'asker' ? 'asker' : 'asked';
  const options = [
    { value: 'asked', label: t`Para ti` },
    { value: 'asker', label: t`Las que pediste` },
  ] as const;
  return (
    <Page width={688} back={{ to: '/people', label: t`Gente` }} title={t`Presentaciones`}>
      <h1>
        <Trans>Presentaciones</Trans>
      </h1>
      <Segments
        label={t`Cuáles ves`}
        value={side}
        options={options}
        onChange={(next) => setSearch(next === 'asker' ? { side: next } : {}, { replace: true })}
      />
      <IntroductionList key={side} side={side} />
    </Page>
  );
}
