import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { ConversationsPutAwayQuery } from '../../../gql/types';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { Face } from '../../../ui/display/face';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { Sheet } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { useToast } from '../../../ui/actions/toast';
import { BRING_BACK_CONVERSATION, CONVERSATIONS_PUT_AWAY_QUERY } from './put-away.graphql';
import '../messages/error-texts';

type PutAway = ConversationsPutAwayQuery['conversationsPutAway'][number];

interface PutAwaySheetProps {
  onClose: () => void;
}

/** Conversations that the viewer put away, each with a button to bring it back. */
export function PutAwaySheet({ onClose }: PutAwaySheetProps) {
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Conversaciones que quitaste</Trans>}>
      <PutAwayList onClose={onClose} />
    </Sheet>
  );
}

function PutAwayList({ onClose }: PutAwaySheetProps) {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: CONVERSATIONS_PUT_AWAY_QUERY,
    requestPolicy: 'network-only',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['channels', 'blocks'], again);
  const problem = requestProblemOf(error);
  if (!data) return problem ? <LoadFailed problem={problem} onRetry={again} /> : <Skeleton />;
  if (data.conversationsPutAway.length === 0) return <Nothing />;
  return (
    <Rows label={t`Conversaciones que quitaste`}>
      {data.conversationsPutAway.map((one) => (
        <PutAwayRow key={one.id} conversation={one} onBack={onClose} />
      ))}
    </Rows>
  );
}

interface PutAwayRowProps {
  conversation: PutAway;
  onBack: () => void;
}

function PutAwayRow({ conversation, onBack }: PutAwayRowProps) {
  const { t } = useLingui();
  const toast = useToast();
  const bring = useMutationState(BRING_BACK_CONVERSATION);
  const { id, allyId, putAwayAt } = conversation;
  const name = conversation.name || t`Una alianza de antes`;
  const bringBack = async () => {
    if (!(await bring.run({ id }))) return;
    onBack();
    toast({ text: t`De vuelta en tu lista` });
  };
  return (
    <Row
      start={<Face id={allyId ?? id} name={name} />}
      title={name}
      note={
        bring.message ?? (
          <Trans>
            Quitada <RelativeTimeText at={putAwayAt} />
          </Trans>
        )
      }
      end={
        <Button small isBusy={bring.isBusy} onClick={() => void bringBack()}>
          <Trans>
            Devolver<span className="vh"> a mi lista: {name}</span>
          </Trans>
        </Button>
      }
    />
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>No quitaste ninguna</Trans>}>
      <Trans>
        Cuando una alianza termina, puedes quitar la conversación de tu lista. Desde aquí la
        devuelves.
      </Trans>
    </EmptyState>
  );
}
