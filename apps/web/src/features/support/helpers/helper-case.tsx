import { Trans, useLingui } from '@lingui/react/macro';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { Card, IconTile, Row, Rows } from '../../../ui/display/card';
import type { HelperCase } from '../partners/partners.graphql';
import { KIND_LABELS } from '../support-labels';
import { UnreadBadge } from '../threads/thread-rows';
import { threadsOf, unreadIn, useCaseThreads } from '../threads/use-case-threads';
import { LEAVE_HELP } from './helpers.graphql';

/** A case in which the viewer helps from outside: the text, until when, and the thread. */
export function HelperCaseView({ one }: { one: HelperCase }) {
  const { i18n } = useLingui();
  const { id, kind, leadName, name, text } = one;
  return (
    <>
      <div className="stack stack--1">
        <h1>{i18n._(KIND_LABELS[kind])}</h1>
        <p className="muted">
          <Trans>Ayudas desde afuera. En este caso te llamas «{name}».</Trans>
        </p>
        {leadName && (
          <p className="muted">
            <Trans>Lo lleva {leadName}</Trans>
          </p>
        )}
      </div>
      {text ? <Help one={one} text={text} /> : <NothingYet />}
      <LeaveButton id={id} />
    </>
  );
}

function Help({ one: { id, until }, text }: { one: HelperCase; text: string }) {
  const { i18n } = useLingui();
  const { threads } = useCaseThreads();
  const day = until && i18n.date(until, { dateStyle: 'long' });
  return (
    <>
      <Card className="stack--2">
        <h2>
          <Trans>De qué se trata</Trans>
        </h2>
        <p className="said">{text}</p>
        <p className="xs muted">
          <Trans>Puedes leerlo hasta el {day}</Trans>
        </p>
      </Card>
      <Rows>
        <Row
          to={`/support/${id}/conversation`}
          start={<IconTile icon="channel" />}
          title={
            <span className="wrap">
              <Trans>Conversación con el equipo de apoyo</Trans>{' '}
              <UnreadBadge count={unreadIn(threadsOf(threads, id))} />
            </span>
          }
          note={<Trans>Quien pidió apoyo no la lee</Trans>}
        />
      </Rows>
    </>
  );
}

function NothingYet() {
  return (
    <p>
      <Trans>
        Todavía no hay nada que leer: falta el permiso de quien pidió apoyo y la aprobación de otra
        persona del equipo. Te avisamos.
      </Trans>
    </p>
  );
}

function LeaveButton({ id }: { id: string }) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  return (
    <span>
      <ConfirmedMutationButton
        document={LEAVE_HELP}
        variables={{ id }}
        label={<Trans>Dejar de ayudar</Trans>}
        ariaLabel={t`Dejar de ayudar`}
        title={<Trans>¿Dejar de ayudar en este caso?</Trans>}
        actLabel={<Trans>Dejar de ayudar</Trans>}
        actKind="danger"
        done={t`Dejaste el caso`}
        onDone={() => navigate('/support', { replace: true })}
      >
        <Trans>
          Dejas de leerlo al instante. Lo que escribiste queda con el nombre que elegiste.
        </Trans>
      </ConfirmedMutationButton>
    </span>
  );
}
