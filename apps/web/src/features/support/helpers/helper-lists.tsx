import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { CasesOfOthers } from '../partners/cases-of-others';
import { countAnswered } from '../partners/count-answered';
import { OfferAnswer } from '../partners/offer-answer';
import type { HelperCase } from '../partners/partners.graphql';
import { usePartnerCases } from '../partners/use-partner-cases';
import { KIND_LABELS } from '../support-labels';
import './error-texts';
import { AGREE_TO_HELP, HELPER_CHANGES, LEAVE_HELP } from './helpers.graphql';

/** The questions to help in a case, which wait for an answer of the viewer. */
export function HelpQuestions() {
  const { helping = [], again } = usePartnerCases();
  return helping
    .filter(({ state }) => state === 'asked')
    .map((one) => <Question key={one.id} one={one} onAnswered={again} />);
}

/** The cases in which the viewer helps from outside. */
export function HelperCases() {
  const { t } = useLingui();
  const { helping = [] } = usePartnerCases();
  return (
    <CasesOfOthers
      heading={t`Casos en los que ayudas`}
      cases={helping.filter(({ state }) => state !== 'asked')}
      noteOf={({ state }) =>
        state === 'open' ? (
          <Trans>Ayudas desde afuera</Trans>
        ) : (
          <Trans>Falta el permiso de quien pidió apoyo y del equipo</Trans>
        )
      }
    />
  );
}

function Question({ one, onAnswered }: { one: HelperCase; onAnswered: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const agree = useMutationState(AGREE_TO_HELP, HELPER_CHANGES);
  const leave = useMutationState(LEAVE_HELP, HELPER_CHANGES);
  const [name, setName] = useState('');
  const { id, kind, leadName, expiresAt } = one;
  const day = i18n.date(expiresAt, { dateStyle: 'long' });
  const topic = i18n._(KIND_LABELS[kind]);
  const accept = async () => {
    if (!(await agree.run({ input: { requestId: id, name } }))) return;
    countAnswered();
    toast({ text: t`Gracias. Te avisamos cuando puedas leerlo` });
    onAnswered();
  };
  const refuse = async () => {
    if (!(await leave.run({ id }))) return;
    countAnswered();
    toast({ text: t`Dijiste que no` });
    onAnswered();
  };
  return (
    <Card className="stack--3">
      <h2>
        {leadName ? (
          <Trans>{leadName}, del equipo de apoyo, te pide ayuda</Trans>
        ) : (
          <Trans>El equipo de apoyo te pide ayuda</Trans>
        )}
      </h2>
      <p>
        <Trans>
          Es un caso de «{topic}». Si aceptas y quien pidió apoyo está de acuerdo, lees un texto
          corto y conversas con el equipo, sin saber quién lo pidió. Puedes salir cuando quieras.
          Tienes hasta el {day}.
        </Trans>
      </p>
      <TextField
        label={t`Tu nombre en este caso`}
        hint={t`Lo leen quien pidió apoyo y el equipo`}
        value={name}
        maxLength={60}
        error={agree.fieldMessage('name')}
        onChange={({ target }) => setName(target.value)}
      />
      <OfferAnswer accepting={agree} declining={leave} onAccept={accept} onDecline={refuse} />
    </Card>
  );
}
