import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button, ButtonLink } from '../../../ui/actions/button';
import {
  ConfirmedMutationButton,
  ConfirmedMutationDialog,
} from '../../../ui/actions/confirmed-mutation';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { TextArea } from '../../../ui/forms/field';
import { END_TEXTS } from './end-texts';
import './error-texts';
import { HelpForm } from './help-form';
import {
  ASK_HELPER,
  CASE_HELPERS,
  END_HELPER,
  type Helper,
  HELPER_CHANGES,
  SHARE_CASE,
} from './helpers.graphql';

/** The dialogs of other features that the page provides. */
export interface HelperDialogs {
  readonly pickPerson: ComponentType<{
    isOpen: boolean;
    onClose: () => void;
    onPick: (person: { readonly id: string; readonly name: string }) => void;
  }>;
  /** Asks for the password before the act. */
  readonly onConfirm: (what: ReactNode, act: () => void) => void;
}

interface CaseHelpersProps extends HelperDialogs {
  requestId: string;
  isLead: boolean;
}

/** Outside helpers of a case, for its supporters. The lead takes the next step of each. */
export function CaseHelpers({ requestId, isLead, ...dialogs }: CaseHelpersProps) {
  const [{ data }, execute] = useQuery({
    ...{ query: CASE_HELPERS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportCase', 'supportRequest', 'twoPersonAct'], again);
  const helpers = data?.caseHelpers ?? [];
  if (!data || (helpers.length === 0 && !isLead)) return null;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Ayuda de afuera</Trans>
      </h2>
      <p className="xs muted">
        <Trans>
          Alguien que no es del equipo lee un texto y conversa contigo, con el permiso de quien
          pidió apoyo y la aprobación de otra persona del equipo. No lee nada más.
        </Trans>
      </p>
      {helpers.length > 0 && (
        <div className="stack stack--6">
          {helpers.map((helper) => (
            <HelperEntry key={helper.id} {...{ requestId, helper, isLead, again }} {...dialogs} />
          ))}
        </div>
      )}
      {isLead && <AskHelper {...{ requestId, again }} pickPerson={dialogs.pickPerson} />}
    </Card>
  );
}

interface EntryProps extends CaseHelpersProps {
  helper: Helper;
  again: () => void;
}

function HelperEntry({ requestId, helper, isLead, again, onConfirm }: EntryProps) {
  const { t, i18n } = useLingui();
  const { id: helperId, state, person, name, text, channelId } = helper;
  const [isWriting, setWriting] = useState(false);
  const shownName = person?.name ?? name ?? t`Alguien a quien ya no encuentras`;
  const isEnded = state === 'ended';
  const day = helper.until && i18n.date(helper.until, { dateStyle: 'long' });
  const mayWrite = isLead && !isEnded && state !== 'asked';
  return (
    <div className="stack stack--2">
      <h3>
        {name && name !== shownName ? (
          <Trans>
            {shownName}, como «{name}»
          </Trans>
        ) : (
          shownName
        )}
      </h3>
      <p className="xs muted">
        <StateText helper={helper} />
      </p>
      {text && <p className="said">{text}</p>}
      {text && !isEnded && (
        <p className="xs muted">
          <Trans>Hasta el {day}</Trans>
        </p>
      )}
      {isLead && state === 'consented' && (
        <AskApproval {...{ requestId, helper, again, onConfirm }} />
      )}
      {isWriting && (
        <HelpForm {...{ requestId, helper }} onDone={() => (setWriting(false), again())} />
      )}
      <span className="btns">
        {channelId && (
          <ButtonLink small to={`/cases/${requestId}/outside/${channelId}`}>
            <Trans>Abrir la conversación</Trans>
          </ButtonLink>
        )}
        {mayWrite && !isWriting && (
          <Button small onClick={() => setWriting(true)}>
            {text ? <Trans>Cambiar el texto</Trans> : <Trans>Escribir el texto</Trans>}
          </Button>
        )}
        {isLead && !isEnded && <EndButton {...{ requestId, helperId, shownName, again }} />}
      </span>
    </div>
  );
}

interface EndButtonProps extends Pick<EntryProps, 'requestId' | 'again'> {
  helperId: string;
  shownName: string;
}

function EndButton({ requestId, helperId, shownName, again }: EndButtonProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationButton
      document={END_HELPER}
      variables={{ input: { requestId, helperId } }}
      label={<Trans>Terminar</Trans>}
      ariaLabel={t`Terminar la ayuda de ${shownName}`}
      title={<Trans>¿Terminar la ayuda de {shownName}?</Trans>}
      actLabel={<Trans>Terminar</Trans>}
      actKind="danger"
      done={t`Listo: ya no puede leerlo`}
      onDone={again}
    >
      <Trans>
        Deja de leerlo al instante. El equipo puede leer la conversación hasta que el caso se
        destruya.
      </Trans>
    </ConfirmedMutationButton>
  );
}

function StateText({ helper }: { helper: Helper }) {
  const { i18n } = useLingui();
  const { state, expiresAt, endedBy, waitingActId } = helper;
  const day = i18n.date(expiresAt, { dateStyle: 'long' });
  switch (state) {
    case 'asked':
      return <Trans>Puede contestar hasta el {day}</Trans>;
    case 'willing':
      return <Trans>Aceptó. Escribe qué se le cuenta, para que quien pidió apoyo lo lea.</Trans>;
    case 'described':
      return <Trans>Falta que quien pidió apoyo dé permiso</Trans>;
    case 'consented':
      return waitingActId ? (
        <Trans>Espera la aprobación de otra persona del equipo</Trans>
      ) : (
        <Trans>Quien pidió apoyo dio permiso. Pide la aprobación de otra persona.</Trans>
      );
    case 'open':
      return <Trans>Ayuda en el caso</Trans>;
    default:
      return <>{endedBy && i18n._(END_TEXTS[endedBy])}</>;
  }
}

type ApprovalProps = Pick<EntryProps, 'requestId' | 'helper' | 'again' | 'onConfirm'>;

function AskApproval({ requestId, helper, again, onConfirm }: ApprovalProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const share = useMutationState(SHARE_CASE, HELPER_CHANGES);
  const { id: helperId, waitingActId } = helper;
  if (waitingActId) {
    return (
      <span>
        <ButtonLink small to={`/approvals/${waitingActId}`}>
          <Trans>Ver el pedido de aprobación</Trans>
        </ButtonLink>
      </span>
    );
  }
  const send = async () => {
    if (await share.run({ input: { requestId, helperId, reason } }))
      toast({ text: t`Pediste la aprobación. Vale un día` });
    again();
  };
  return (
    <>
      <TextArea
        label={t`Por qué hace falta`}
        hint={t`Lo lee quien aprueba. No escribas nada del caso.`}
        value={reason}
        maxLength={2000}
        error={share.fieldMessage('reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <ErrorBanner text={share.message} />
      <span>
        <Button
          small
          kind="primary"
          isBusy={share.isBusy}
          disabled={reason.trim() === ''}
          onClick={() =>
            onConfirm(
              <Trans>Para pedir que el caso se comparta, confirma con tu contraseña.</Trans>,
              () => void send(),
            )
          }
        >
          <Trans>Pedir la aprobación</Trans>
        </Button>
      </span>
    </>
  );
}

type AskProps = Pick<EntryProps, 'requestId' | 'again' | 'pickPerson'>;

function AskHelper({ requestId, again, pickPerson: PersonPicker }: AskProps) {
  const { t } = useLingui();
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<{ id: string; name: string }>();
  const name = person?.name ?? '';
  return (
    <>
      <span>
        <Button small icon="plus" onClick={() => setPicking(true)} aria-haspopup="dialog">
          <Trans>Pedir ayuda a alguien</Trans>
        </Button>
      </span>
      <PersonPicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={(picked) => {
          setPerson(picked);
          setPicking(false);
        }}
      />
      {person && (
        <ConfirmedMutationDialog
          document={ASK_HELPER}
          variables={{ input: { requestId, personId: person.id } }}
          title={<Trans>¿Pedirle ayuda a {name}?</Trans>}
          actLabel={<Trans>Pedírselo</Trans>}
          actKind="primary"
          done={t`Se lo pedimos`}
          onDone={again}
          onClose={() => setPerson(undefined)}
        >
          <Trans>
            Verá tu nombre de trabajo y de qué tipo es el caso, y nada más. Tiene catorce días para
            contestar.
          </Trans>
        </ConfirmedMutationDialog>
      )}
    </>
  );
}
