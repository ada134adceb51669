import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../../lib/server/session';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import {
  type EntryChoice,
  entryVisibility,
  type SeenFact,
  type UnseenFact,
} from './entry-visibility';

interface EntryEffectsProps {
  choice: EntryChoice;
  /** The typed name of the persona. */
  personaName: string;
  /** The name that the coalition sees. */
  participant: string;
}

/** Lists what the others will and will not see with the choices that are made now. */
export function EntryEffects({ choice, personaName, participant }: EntryEffectsProps) {
  const seenText = useSeenTexts(personaName.trim(), participant);
  const unseenText = useUnseenTexts(participant);
  const { seen, unseen } = entryVisibility(choice);
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Lo que verán las demás personas</Trans>}
        effects={seen.map((fact): ActionEffect => ['eye', seenText[fact]])}
      />
      {unseen.length > 0 && (
        <ActionEffects
          title={<Trans>Lo que no verán</Trans>}
          effects={unseen.map((fact): ActionEffect => ['eyeOff', unseenText[fact]])}
        />
      )}
    </div>
  );
}

function useSeenTexts(persona: string, participant: string): Record<SeenFact, string> {
  const { t } = useLingui();
  const { personName } = useMe();
  return {
    profileName: personName
      ? t`El nombre de tu perfil, «${personName}»`
      : t`El nombre de tu perfil`,
    personaName: persona
      ? t`El nombre «${persona}» y sus iniciales`
      : t`El nombre que elijas y sus iniciales`,
    sameName: t`El nombre que ya tienes aquí. No cambia.`,
    profile: t`Tu perfil y tu foto, si ya pueden verlos en Trama`,
    participant: t`Que participas por ${participant}`,
    participantOfPersona: t`Que participas por ${participant}. Si invitó a pocas personas, se puede adivinar quién eres.`,
    acceptance: t`Que aceptaste: quien te invitó verá tu nombre, si también participa`,
    messages: t`Lo que escribas en los canales de la coalición`,
  };
}

function useUnseenTexts(participant: string): Record<UnseenFact, string> {
  const { t } = useLingui();
  return {
    person: t`Tu perfil, tus grupos y tus alianzas`,
    personElsewhere: t`Tu perfil, tus alianzas y tus otros grupos`,
    restOfProfile: t`El resto de tu perfil: estar aquí no lo abre`,
    participant: t`Que participas por ${participant}`,
    guessableParticipant: t`Que participas por ${participant}, aunque su gente puede adivinarlo`,
    acceptance: t`Si aceptaste o no. Tampoco lo sabe quien te invitó.`,
    furtherAcceptance: t`Si aceptaste esta invitación. Tampoco lo sabe quien te invitó.`,
  };
}
