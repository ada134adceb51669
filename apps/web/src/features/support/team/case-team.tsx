import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card, IconTile, Row, Rows } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import './error-texts';
import {
  LEAVE_SUPPORT_CASE,
  OFFER_CASE,
  SUPPORTER_NAMES,
  type SupporterOffer,
  type Team,
  TEAM_CHANGES,
  WITHDRAW_CASE_OFFER,
} from './team.graphql';
import { useCaseTeam } from './use-case-team';

interface CaseTeamProps {
  requestId: string;
  viewerCan: readonly string[];
}

/** The supporters of a case, for its supporters. The lead asks others to join it or to take it over. */
export function CaseTeam({ requestId, viewerCan }: CaseTeamProps) {
  const team = useCaseTeam(requestId);
  const isLead = viewerCan.includes('offer');
  if (team.members.length === 0) return null;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Quién acompaña este caso</Trans>
      </h2>
      <Rows>
        {team.members.map(({ supporter, isLead: leads, wouldLead }) => (
          <Row
            key={supporter.id}
            start={<IconTile icon="support" look={leads ? 'clay' : 'plain'} />}
            title={supporter.workName}
            note={
              leads ? (
                <Trans>Lleva el caso</Trans>
              ) : wouldLead ? (
                <Trans>Lo llevaría si hiciera falta</Trans>
              ) : (
                <Trans>Ayuda en el caso</Trans>
              )
            }
          />
        ))}
        {team.offers.map((offer) => (
          <OfferRow key={offer.supporter.id} {...{ requestId, offer, isLead }} />
        ))}
      </Rows>
      {isLead && <OfferForm {...{ requestId, team }} />}
      {viewerCan.includes('leave') && <LeaveButton requestId={requestId} />}
    </Card>
  );
}

interface OfferRowProps {
  requestId: string;
  offer: SupporterOffer;
  isLead: boolean;
}

function OfferRow({ requestId, offer: { supporter, takesOver, endsAt }, isLead }: OfferRowProps) {
  const { i18n, t } = useLingui();
  const withdraw = useMutationState(WITHDRAW_CASE_OFFER, TEAM_CHANGES);
  const day = i18n.date(endsAt, { dateStyle: 'long' });
  const name = supporter.workName;
  const input = { requestId, supporterId: supporter.id };
  return (
    <>
      <Row
        start={<IconTile icon="clock" look="plain" />}
        title={name}
        note={
          takesOver ? (
            <Trans>Puede tomar el caso hasta el {day}</Trans>
          ) : (
            <Trans>Puede sumarse hasta el {day}</Trans>
          )
        }
        end={
          isLead && (
            <Button
              kind="text"
              small
              isBusy={withdraw.isBusy}
              aria-label={t`Retirar lo que le pediste a ${name}`}
              onClick={() => void withdraw.run({ input })}
            >
              <Trans>Retirar</Trans>
            </Button>
          )
        }
      />
      <ErrorBanner text={withdraw.message} />
    </>
  );
}

/** Chooses a supporter by work name. The answer is the same for everybody who cannot be asked. */
function OfferForm({ requestId, team }: { requestId: string; team: Team }) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [takesOver, setTakesOver] = useState(false);
  const [supporterId, setSupporterId] = useState('');
  const [{ data }] = useQuery({ query: SUPPORTER_NAMES, pause: !isOpen });
  const offer = useMutationState(OFFER_CASE, TEAM_CHANGES);
  const asked = team.offers.map((one) => one.supporter.id);
  const inCase = team.members.map((one) => one.supporter.id);
  const names = (data?.supportAsking.supporters ?? []).filter(
    ({ id }) => !asked.includes(id) && (takesOver || !inCase.includes(id)),
  );
  const send = async () => {
    if (!(await offer.run({ input: { requestId, supporterId, takesOver } }))) return;
    toast({ text: t`Se lo pedimos, y avisamos a quien pidió apoyo` });
    setSupporterId('');
    setOpen(false);
  };
  if (!isOpen) return <OpenForm onOpen={() => setOpen(true)} />;
  return (
    <>
      <p className="xs muted">
        <Trans>
          Antes de que esa persona lea algo avisamos a quien pidió apoyo, que puede decir que no sin
          dar una razón. Tiene un día para eso; una hora si es urgente.
        </Trans>
      </p>
      <PurposeChoice takesOver={takesOver} onChange={setTakesOver} />
      <ChoiceGroup legend={<Trans>A quién</Trans>}>
        {names.map(({ id, workName }) => (
          <Choice
            key={id}
            name="supporter"
            checked={supporterId === id}
            onChange={() => setSupporterId(id)}
          >
            {workName}
          </Choice>
        ))}
      </ChoiceGroup>
      <ErrorBanner text={offer.message} />
      <span className="btns">
        <Button
          kind="primary"
          isBusy={offer.isBusy}
          disabled={!names.some(({ id }) => id === supporterId)}
          onClick={() => void send()}
        >
          <Trans>Pedírselo</Trans>
        </Button>
        <Button onClick={() => setOpen(false)}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </>
  );
}

function OpenForm({ onOpen }: { onOpen: () => void }) {
  return (
    <span>
      <Button small onClick={onOpen}>
        <Trans>Pedir ayuda o pasarlo</Trans>
      </Button>
    </span>
  );
}

interface PurposeChoiceProps {
  takesOver: boolean;
  onChange: (takesOver: boolean) => void;
}

function PurposeChoice({ takesOver, onChange }: PurposeChoiceProps) {
  return (
    <ChoiceGroup legend={<Trans>Para qué</Trans>}>
      <Choice name="takesOver" checked={!takesOver} onChange={() => onChange(false)}>
        <Trans>Que se sume</Trans>
      </Choice>
      <Choice
        name="takesOver"
        checked={takesOver}
        onChange={() => onChange(true)}
        note={<Trans>Cuando acepte, dejas de leer el caso y se borra tu respuesta.</Trans>}
      >
        <Trans>Que tome el caso en tu lugar</Trans>
      </Choice>
    </ChoiceGroup>
  );
}

function LeaveButton({ requestId: id }: { requestId: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { run, isBusy, message } = useMutationState(LEAVE_SUPPORT_CASE, TEAM_CHANGES);
  const act = async () => {
    if (!(await run({ id }))) return false;
    toast({ text: t`Dejaste el caso` });
    navigate('/cases', { replace: true });
    return true;
  };
  return (
    <ConfirmButton
      kind="text"
      label={<Trans>Dejar el caso</Trans>}
      title={<Trans>¿Dejar el caso?</Trans>}
      actLabel={<Trans>Dejar el caso</Trans>}
      actKind="danger"
      isBusy={isBusy}
      message={message}
      onAct={act}
    >
      <Trans>
        Dejas de leerlo al instante. Lo que escribiste queda con tu nombre de trabajo. Avisamos a
        quien pidió apoyo y a quien lleva el caso. No tienes que explicar nada.
      </Trans>
    </ConfirmButton>
  );
}
