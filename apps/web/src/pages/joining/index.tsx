import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import '../../features/profiles/own/profile-fields';
import { ANSWER_JOINING_QUESTION } from '../../features/profiles/own/own-profile.graphql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/**
 * Asks a new member for the audience of their profile. No answer is preselected; until it is answered, no other member
 * finds the profile.
 */
export default function ProfileAudiencePage() {
  const { t } = useLingui();
  const open = useOpenResult();
  const answer = useMutationState(ANSWER_JOINING_QUESTION);
  const [mayBeFound, setMayBeFound] = useState<boolean>();
  const [isMissing, setMissing] = useState(false);
  const submit = async () => {
    if (mayBeFound === undefined) return setMissing(true);
    if (await answer.run({ input: { mayBeFound } })) open('/me', { replace: true });
  };
  const choose = (value: boolean) => {
    setMayBeFound(value);
    setMissing(false);
  };
  return (
    <Page title={t`Antes de empezar`} width={600}>
      <h1>
        <Trans>¿Pueden encontrarte por tu trabajo?</Trans>
      </h1>
      <p>
        <Trans>
          Se trata de tu nombre, temas, formas de trabajar, lenguas y territorios. Después puedes
          cambiar cada campo.
        </Trans>
      </p>
      {answer.message && (
        <Banner look="danger" role="alert">
          {answer.message}
        </Banner>
      )}
      <YesOrNo value={mayBeFound} isMissing={isMissing} onChoose={choose} />
      <Button kind="primary" block isBusy={answer.isBusy} onClick={() => void submit()}>
        <Trans>Continuar</Trans>
      </Button>
    </Page>
  );
}

interface YesOrNoProps {
  value: boolean | undefined;
  isMissing: boolean;
  onChoose: (value: boolean) => void;
}

function YesOrNo({ value, isMissing, onChoose }: YesOrNoProps) {
  const { t } = useLingui();
  return (
    <ChoiceGroup
      id="found"
      legend={t`¿Pueden los miembros de Trama encontrarte por tu trabajo?`}
      error={isMissing ? t`Elige una de las dos.` : undefined}
    >
      <Choice
        name="found"
        checked={value === true}
        onChange={() => onChoose(true)}
        note={t`Toda persona que entró a Trama ve esos campos.`}
      >
        <Trans>Sí</Trans>
      </Choice>
      <Choice
        name="found"
        checked={value === false}
        onChange={() => onChoose(false)}
        note={t`Solo quienes comparten un grupo contigo los ven.`}
      >
        <Trans>No</Trans>
      </Choice>
    </ChoiceGroup>
  );
}
