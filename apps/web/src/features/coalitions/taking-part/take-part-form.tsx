import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { TakePartInput } from '../../../gql/types';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { CheckChoice } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { type Coalition, type OwnGrant, ownNameOf } from '../coalitions.graphql';
import { AgreementsConsent, useConsent } from './agreements-consent';
import { DeclineGrant } from './decline-grant';
import { EntryEffects } from './entry-effects';
import { EntryName, useEntryName } from './entry-name';
import { useParticipantLabel } from './participant-label';
import { TAKE_PART } from './taking-part.graphql';
import { useWhenRefused } from './use-when-refused';
import '../error-texts';

interface TakePartFormProps {
  coalition: Pick<Coalition, 'slug' | 'name' | 'agreements' | 'myMembershipId'>;
  grant: OwnGrant;
  /** Called when something changed meanwhile, such as the agreements, so that the page shows what holds now. */
  onOutdated: () => void;
  /** Called when the grant cannot be used any more. */
  onClosed: () => void;
}

/** Answers a grant: the name in the coalition, what the others will see, and the consent to its agreements. */
export function TakePartForm({ coalition, grant, onOutdated, onClosed }: TakePartFormProps) {
  const { name, agreements } = coalition;
  const isIn = coalition.myMembershipId !== null;
  const entryName = useEntryName();
  const [isShown, setShown] = useState(false);
  const consent = useConsent(agreements);
  const { form, isWhole, errorOf } = useBlankCheck();
  const act = useTakePart(coalition);
  useWhenRefused(act.problem, ['CONFLICT'], onOutdated);
  useWhenRefused(act.problem, ['NOT_FOUND'], onClosed);
  const participant = useParticipantLabel()(grant.participant);
  const { personaName } = entryName;
  const needsConsent = agreements.text !== '' && !isIn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isFilled = isWhole({
      ...(!isIn && personaName !== null && { personaName }),
      ...(needsConsent && { consent: consent.isGiven ? ['given'] : [] }),
    });
    if (!isFilled) return;
    // Somebody who takes part already keeps the name and the consent of their entry.
    const entry = isIn
      ? { personaName: null, agreementsVersion: null }
      : { personaName, agreementsVersion: agreements.version };
    void act.send({ grantId: grant.id, isShown, ...entry });
  };
  const kind = entryName.usesPersona ? 'persona' : 'profile';
  return (
    <form ref={form} className="stack stack--5" noValidate onSubmit={submit}>
      <FormProblem problem={act.problem} />
      {!isIn && (
        <EntryName
          coalition={name}
          name={entryName}
          error={errorOf('personaName', act.fieldMessage('personaName'))}
        />
      )}
      <EntryEffects
        choice={{ name: isIn ? 'same' : kind, isShown }}
        personaName={entryName.text}
        participant={grant.participant?.name || participant}
      />
      <ShownChoice name={participant} value={isShown} onChange={setShown} />
      {needsConsent && (
        <AgreementsConsent
          agreements={agreements}
          consent={consent}
          isMissing={errorOf('consent', undefined) !== undefined}
        >
          <ConsentLabel version={agreements.version} />
        </AgreementsConsent>
      )}
      <Caution isIn={isIn} group={ownNameOf(grant)} />
      <Answers coalition={coalition} grant={grant} isBusy={act.isBusy} onClosed={onClosed} />
    </form>
  );
}

const ConsentLabel = ({ version }: { version: number }) => (
  <Trans>Leí los acuerdos de la coalición, versión {version}, y los acepto</Trans>
);

interface AnswersProps extends Pick<TakePartFormProps, 'coalition' | 'grant' | 'onClosed'> {
  isBusy: boolean;
}

/** The buttons: accept, later, and decline, for a grant that asks. */
function Answers({ coalition, grant: { id, state }, isBusy, onClosed }: AnswersProps) {
  const { slug, myMembershipId } = coalition;
  const isIn = myMembershipId !== null;
  return (
    <>
      <div className="reach btns">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {isIn ? <Trans>Aceptar</Trans> : <Trans>Participar</Trans>}
        </Button>
        <ButtonLink kind="line" to={`/coalitions/${slug}`}>
          <Trans>Ahora no</Trans>
        </ButtonLink>
      </div>
      {(state === 'waiting' || state === 'additional') && (
        <DeclineGrant grantId={id} onClosed={onClosed} />
      )}
    </>
  );
}

/** Sends the acceptance and opens the coalition. */
function useTakePart({ slug, name }: Pick<Coalition, 'slug' | 'name'>) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const act = useMutationState(TAKE_PART, [...GROUP_TYPES, 'HeldGrant']);
  const send = async (input: TakePartInput) => {
    if (!(await act.run({ input }))) return;
    toast({ text: t`Participas en ${name}` });
    navigate(`/coalitions/${slug}`, { replace: true });
  };
  return { ...act, send };
}

interface ShownChoiceProps {
  name: string;
  value: boolean;
  onChange: (isShown: boolean) => void;
}

function ShownChoice({ name, value, onChange }: ShownChoiceProps) {
  const { t } = useLingui();
  return (
    <CheckChoice
      isPlain
      checked={value}
      onChange={(event) => onChange(event.target.checked)}
      note={t`Puedes cambiarlo después. Quien lo vio puede recordarlo.`}
    >
      <Trans>Mostrar que participo por {name}</Trans>
    </CheckChoice>
  );
}

/** The limits of the promises above: how somebody may still be recognised, and how long the invitation lasts. */
function Caution({ isIn, group }: { isIn: boolean; group: string }) {
  return (
    <p className="xs muted">
      {isIn ? (
        <Trans>Si sales de {group}, esta invitación termina.</Trans>
      ) : (
        <Trans>
          También se te puede reconocer por tu manera de escribir o por el momento en que apareces.
          Si sales de {group}, sales también de la coalición, salvo que participes además por otra
          invitación.
        </Trans>
      )}
    </p>
  );
}
