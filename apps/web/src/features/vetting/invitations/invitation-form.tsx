import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type FormEvent } from 'react';
import type { Language } from '../../../gql/types';
import { currentLanguage } from '../../../lib/text/language';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { MAKE_INVITATION } from './invitations.graphql';
import '../application/error-texts';

/** Languages with their own names. */
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['es', 'Español'],
  ['pt', 'Português'],
  ['en', 'English'],
];

interface InvitationFormProps {
  isSpent: boolean;
  /** Called with the path of the link, which is shown only once. */
  onMade: (path: string) => void;
}

/** Creates an invitation for one person. The text prefills the invitee's own answer. */
export function InvitationForm({ isSpent, onMade }: InvitationFormProps) {
  const { t } = useLingui();
  const make = useMutationState(MAKE_INVITATION);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const language = typed.get('language') as Language;
    const made = await make.run({ input: { language, note: String(typed.get('note')) } });
    if (!made) return;
    form.current?.reset();
    onMade(made.makeInvitation.path);
  };
  return (
    <form className="stack" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={make.problem} />
      <TextField
        label={t`Quién conoce a esta persona`}
        hint={t`Una línea, por ejemplo: «Trabajamos en la misma radio desde 2022». La persona la ve, puede cambiarla, y la leen quienes revisan.`}
        name="note"
        maxLength={200}
        autoComplete="off"
        error={make.fieldMessage('note')}
      />
      <Beginning />
      <Button kind="primary" type="submit" block isBusy={make.isBusy} disabled={isSpent}>
        <Trans>Crear invitación</Trans>
      </Button>
    </form>
  );
}

/** Chooses the language of the invitation page; the invitee can change it there. */
function Beginning() {
  return (
    <ChoiceGroup legend={<Trans>En qué idioma empieza</Trans>}>
      {LANGUAGES.map(([code, name]) => (
        <Choice
          key={code}
          name="language"
          value={code}
          lang={code}
          defaultChecked={code === currentLanguage()}
        >
          {name}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
