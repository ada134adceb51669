import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/forms/field';
import { ActSection } from './act-form';
import type { MatterActFormProps } from './talk-warn-suspend-forms';
import { LIFT_SEPARATION } from './separation.graphql';
import type { MatterFile } from '../matters/matters.graphql';

export function LiftSeparationForm(props: MatterActFormProps & { separationId: string }) {
  const { matterId, name, separationId, onBack, onActed } = props;
  const { t } = useLingui();
  const lift = useMutationState(LIFT_SEPARATION);
  const [words, setWords] = useState('');
  const act = async () => {
    const done = await lift.run({ input: { matterId, separationId, words } });
    if (done) onActed(name ? t`Separación de ${name} levantada` : t`Separación levantada`);
  };
  return (
    <ActSection
      title={<Trans>Levantar la separación</Trans>}
      consequence={
        <Trans>
          Las dos personas vuelven a poder encontrarse, y se les avisa. Los grupos que dejaron y su
          conversación no vuelven por sí solos.
        </Trans>
      }
      problem={lift.problem}
      isBusy={lift.isBusy}
      actLabel={<Trans>Levantar la separación</Trans>}
      actKind="primary"
      onAct={() => void act()}
      onBack={onBack}
    >
      <TextArea
        label={t`Lo que le decimos`}
        hint={t`Lo lee esa persona, en su idioma. Nunca quién reportó ni sus palabras.`}
        rows={5}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={lift.fieldMessage('words')}
      />
    </ActSection>
  );
}

interface InForceProps {
  separations: MatterFile['separations'];
  canLift: boolean;
  onLift: (separationId: string) => void;
}

/** Lists separations of the member, without the other person. */
export function SeparationsInForce({ separations, canLift, onLift }: InForceProps) {
  const { i18n } = useLingui();
  return separations.map(({ id, createdAt }) => {
    const since = i18n.date(createdAt, { dateStyle: 'medium' });
    return (
      <Banner key={id} look="warn" title={<Trans>Separación desde el {since}</Trans>}>
        {canLift && (
          <Button kind="text" small onClick={() => onLift(id)}>
            <Trans>Levantarla</Trans>
          </Button>
        )}
      </Banner>
    );
  });
}
