import { Trans, useLingui } from '@lingui/react/macro';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { TextField } from '../../ui/forms/field';

interface NameHereProps {
  /** Null to join with the profile. */
  value: string | null;
  onChange: (name: string | null) => void;
  error: string | undefined;
  /** Whether a steward invited the viewer by their profile, and may therefore recognise them. */
  isInvited?: boolean;
}

/** Chooses between profile and persona before joining, so that the group never sees both names. */
export function JoinNameChoice({ value, onChange, error, isInvited }: NameHereProps) {
  const { t } = useLingui();
  return (
    <>
      <ChoiceGroup legend={t`Con qué nombre entras`}>
        <Choice name="as" checked={value === null} onChange={() => onChange(null)}>
          <Trans>Con mi perfil</Trans>
        </Choice>
        <Choice
          name="as"
          checked={value !== null}
          onChange={() => onChange('')}
          note={t`No lleva a tu perfil, y tu perfil no dice que estás aquí.`}
        >
          <Trans>Con otro nombre, solo en este grupo</Trans>
        </Choice>
      </ChoiceGroup>
      {value !== null && (
        <TextField
          label={t`Nombre en este grupo`}
          hint={
            isInvited
              ? t`Usa uno que no tengas en otro lado. Quien te invitó puede suponer que eres tú.`
              : t`Usa uno que no tengas en otro lado.`
          }
          name="personaName"
          autoComplete="off"
          maxLength={60}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          error={error}
        />
      )}
    </>
  );
}
