import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { Avatar } from '../../ui/display/avatar';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { RelativeTime } from '../../ui/display/relative-time';
import { useToast } from '../../ui/actions/toast';
import './error-texts';
import {
  AGREE_TO_SUGGESTION,
  LAPSE_SUGGESTION,
  type Suggestion,
  SUGGESTIONS_QUERY,
} from './suggestions.graphql';

interface SuggestionCardsProps {
  /** Renders the report button of a suggestion; provided by the page. */
  reportOf: (suggestion: Suggestion) => ReactNode;
}

/** Open suggestions of stewards that the viewer and another member should meet; renders nothing without any. */
export function SuggestionCards({ reportOf }: SuggestionCardsProps) {
  const [{ data }, execute] = useQuery({
    query: SUGGESTIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance', 'blocks', 'group'], again);
  return data?.suggestions.map((suggestion) => (
    <SuggestionCard
      key={suggestion.id}
      suggestion={suggestion}
      report={suggestion.viewerCan.includes('report') && reportOf(suggestion)}
      onChanged={again}
    />
  ));
}

interface SuggestionCardProps {
  suggestion: Suggestion;
  report: ReactNode;
  onChanged: () => void;
}

function SuggestionCard({ suggestion, report, onChanged }: SuggestionCardProps) {
  const { id, line, meeting } = suggestion;
  const { name, groupName, stewardName } = meeting;
  return (
    <Card isWaiting={!meeting.hasAgreed} role="article">
      <div className="inline inline--3 top">
        <Avatar id={id} name={name} />
        <div className="grow">
          <h2 className="h3">
            <Trans>¿Te presentamos a {name}?</Trans>
          </h2>
          <p className="row__s">
            <Trans>
              Lo sugiere {stewardName}, de {groupName}
            </Trans>
          </p>
        </div>
      </div>
      {line && (
        <p>
          <q className="lines">{line}</q>
        </p>
      )}
      <Meaning suggestion={suggestion} />
      <YesOrLapse suggestion={suggestion} onChanged={onChanged} />
      {report}
    </Card>
  );
}

/** Explains the consequences of an answer. */
function Meaning({ suggestion: { meeting, expiresAt } }: { suggestion: Suggestion }) {
  return (
    <>
      <p className="xs muted">
        {meeting.hasAgreed ? (
          <Trans>Dijiste que sí. Si la otra persona también, serán aliadas.</Trans>
        ) : (
          <Trans>
            Si las dos personas dicen que sí, cada una ve lo que la otra muestra a sus aliados y
            aliadas, y tienen una conversación. Si no, nadie se entera de lo que respondiste.
          </Trans>
        )}{' '}
        <Trans>
          Termina <RelativeTime at={expiresAt} />.
        </Trans>
      </p>
      {meeting.isUnderPersona && (
        <Banner look="info" icon="eye">
          <Trans>
            En ese grupo usas otro nombre. Si las dos dicen que sí, esa persona verá también el
            nombre de tu perfil.
          </Trans>
        </Banner>
      )}
    </>
  );
}

function YesOrLapse({
  suggestion: { id, viewerCan },
  onChanged,
}: Omit<SuggestionCardProps, 'report'>) {
  const { t } = useLingui();
  const toast = useToast();
  const [agree, lapse] = [
    useMutationState(AGREE_TO_SUGGESTION),
    useMutationState(LAPSE_SUGGESTION),
  ];
  const answer = async (run: typeof agree.run | typeof lapse.run, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onChanged();
  };
  return (
    <>
      <ErrorBanner text={agree.message ?? lapse.message} />
      <div className="btns">
        {viewerCan.includes('agree') && (
          <Button
            kind="primary"
            isBusy={agree.isBusy}
            onClick={() => void answer(agree.run, t`Listo. Te avisamos si también dice que sí.`)}
          >
            <Trans>Sí, quiero</Trans>
          </Button>
        )}
        <Button
          isBusy={lapse.isBusy}
          onClick={() => void answer(lapse.run, t`Listo. No se le avisa.`)}
        >
          <Trans>Ahora no</Trans>
        </Button>
      </div>
    </>
  );
}
