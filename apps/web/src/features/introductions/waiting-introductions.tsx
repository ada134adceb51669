import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { useSetBadgeCount } from '../../lib/page/badge-counts';
import { Face } from '../../ui/display/face';
import { Button, ButtonLink } from '../../ui/actions/button';
import { Card, IconTile, Row, Rows } from '../../ui/display/card';
import { useToast } from '../../ui/actions/toast';
import {
  DECLINE_INTRODUCTION,
  INTRODUCTIONS_QUERY,
  type Introduction,
} from './introductions.graphql';
import { useNameOrPlaceholder } from './use-name-or-placeholder';
import { TermNames } from './term-names';

/** Number of introductions shown as cards; the others are summarised in one row. */
const WHOLE = 2;

/** Introductions that wait for the viewer's answer, for the home page; renders nothing without any. */
export function WaitingIntroductions() {
  const [{ data }, execute] = useQuery({
    query: INTRODUCTIONS_QUERY,
    variables: { side: 'asked' },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['introduction', 'blocks'], again);
  const waiting = data?.introductions.items.filter((one) => one.state === 'waiting');
  const count = data?.introductionsWaiting;
  useSetBadgeCount('/people', count);
  if (!waiting || count === undefined) return null;
  const more = count - Math.min(WHOLE, waiting.length);
  return (
    <>
      {waiting.slice(0, WHOLE).map((introduction) => (
        <WaitingCard key={introduction.id} introduction={introduction} onAnswered={again} />
      ))}
      {more > 0 && (
        <Rows>
          <Row
            to="/introductions"
            start={<IconTile icon="allies" look="clay" />}
            title={
              <Plural
                value={more}
                one="# presentación espera tu respuesta"
                other="# presentaciones esperan tu respuesta"
              />
            }
          />
        </Rows>
      )}
    </>
  );
}

interface WaitingCardProps {
  introduction: Introduction;
  onAnswered: () => void;
}

function WaitingCard({ introduction: { id, note, person }, onAnswered }: WaitingCardProps) {
  const { t } = useLingui();
  const toast = useToast();
  const decline = useMutationState(DECLINE_INTRODUCTION);
  const name = useNameOrPlaceholder()(person.name);
  const notNow = async () => {
    if (!(await decline.run({ id }))) return;
    toast({ text: t`Listo. No se le avisa.` });
    onAnswered();
  };
  return (
    <Card isWaiting role="article">
      <div className="inline inline--3 top">
        <Face id={person.personId ?? id} name={name} />
        <div className="grow">
          <h2 className="h3">
            <Trans>{name} quiere conocerte</Trans>
          </h2>
          <p className="row__s">
            <TermNames terms={person.territories} />
          </p>
        </div>
      </div>
      <p>
        <q className="lines">{note}</q>
      </p>
      <div className="btns">
        <ButtonLink kind="primary" to={`/introductions/${id}`}>
          <Trans>Ver y responder</Trans>
        </ButtonLink>
        <Button isBusy={decline.isBusy} onClick={() => void notNow()}>
          <Trans>Ahora no</Trans>
        </Button>
      </div>
    </Card>
  );
}
