import { Trans, useLingui } from '@lingui/react/macro';
import { useRefreshFaces } from '../../lib/server/use-refresh-faces';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { PictureField } from '../../ui/forms/picture-field';
import { type MyPersona, REMOVE_PERSONA_PICTURE } from './persona.graphql';
import './error-texts';

interface PersonaPictureProps {
  mine: MyPersona;
  onChanged: () => void;
}

/** Picture of a persona, saved at once and visible only in this group. */
export function PersonaPicture({ mine, onChanged }: PersonaPictureProps) {
  const { t } = useLingui();
  const { id, name, avatar, colour } = mine;
  const refreshFaces = useRefreshFaces();
  const removal = useMutationState(REMOVE_PERSONA_PICTURE);
  const takeAway = async () => (await removal.run({ id })) !== undefined;
  const changed = () => {
    refreshFaces();
    onChanged();
  };
  const doors = { of: 'persona' as const, current: avatar, to: `/uploads/persona/${id}`, takeAway };
  return (
    <section className="field" aria-label={t`Foto aquí`}>
      <span className="label">
        <Trans>Foto aquí</Trans>
      </span>
      <span className="hint">
        <Trans>
          Usa una que no esté en otro lado: una foto conocida lleva a ti aunque el nombre sea otro.
          La ve solo quien está aquí.
        </Trans>
      </span>
      <PictureField
        who={{ id, name, colour }}
        doors={{ ...doors, message: removal.message, isBusy: removal.isBusy, onChanged: changed }}
      />
    </section>
  );
}
