import { Plural, Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/banner';
import { Card } from '../../ui/card';
import type { ReportFile } from './desk.graphql';

/** What was forwarded, and nothing else. */
export function ReportFileView({ file }: { file: ReportFile }) {
  const { forwarded, context, note, knownAs, earlierSuspensions } = file;
  return (
    <div className="stack">
      <Card>
        <h2 className="h3">
          <Trans>De {knownAs}</Trans>
        </h2>
        <p className="lines">{forwarded}</p>
      </Card>
      {context && (
        <Card>
          <h2 className="h3">
            <Trans>Lo que estaba alrededor</Trans>
          </h2>
          <p className="lines muted">{context}</p>
        </Card>
      )}
      {note && (
        <Card>
          <h2 className="h3">
            <Trans>Lo que dice quien avisó</Trans>
          </h2>
          <p className="lines">{note}</p>
        </Card>
      )}
      {earlierSuspensions > 0 && (
        <Banner look="warn">
          <Plural
            value={earlierSuspensions}
            one="Ya tuvo # suspensión antes."
            other="Ya tuvo # suspensiones antes."
          />
        </Banner>
      )}
    </div>
  );
}
