import { Trans } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { useMe } from '../../../lib/server/session';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { canSummarise } from '../summary/can-summarise';
import type { OwnRequest } from './own-requests.graphql';

/** Pages about the request: its summary, its recovery phrase and its end. */
export function RequestRows({ request }: { request: OwnRequest }) {
  const { id, viewerCan } = request;
  const now = useNow();
  return (
    <Rows>
      {canSummarise(request, now) && <SummaryRow id={id} />}
      {viewerCan.includes('takePhrase') && <PhraseRow id={id} />}
      <Row
        to={`/support/${id}/end`}
        start={<IconTile icon="trash" look="plain" />}
        title={<EndTitle viewerCan={viewerCan} />}
      />
    </Rows>
  );
}

function EndTitle({ viewerCan }: Pick<OwnRequest, 'viewerCan'>) {
  if (viewerCan.includes('leaveOwn')) return <Trans>Dejar, retirar o borrar el pedido</Trans>;
  if (viewerCan.includes('withdraw')) return <Trans>Retirar o borrar el pedido</Trans>;
  return <Trans>Borrar el pedido</Trans>;
}

/** Leads to a summary of the request, for another organisation. */
function SummaryRow({ id }: { id: string }) {
  return (
    <Row
      to={`/support/${id}/summary`}
      start={<IconTile icon="book" look="plain" />}
      title={<Trans>Descargar un resumen</Trans>}
      note={<Trans>Para pedir ayuda en otro lugar</Trans>}
    />
  );
}

/** Leads to a recovery phrase: in place of a lost one, or for the time after the end of an account. */
function PhraseRow({ id }: { id: string }) {
  const isGuest = useMe().standing === 'guest';
  return (
    <Row
      to={`/support/${id}/phrase`}
      start={<IconTile icon="key" look="plain" />}
      title={
        isGuest ? (
          <Trans>Hacer otra frase</Trans>
        ) : (
          <Trans>Crear una frase para volver a este pedido</Trans>
        )
      }
      note={
        isGuest ? (
          <Trans>Si perdiste la anterior</Trans>
        ) : (
          <Trans>Para volver a él si tu cuenta termina</Trans>
        )
      }
    />
  );
}
