import { Trans, useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { useRefreshFaces } from '../../lib/server/use-refresh-faces';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { PictureField } from '../../ui/forms/picture-field';
import type { SaveChosenPicture } from '../../ui/forms/use-picture-upload';
import { type MyPersona, REMOVE_PERSONA_PICTURE } from './persona.graphql';
import './error-texts';

interface PersonaPictureProps {
  mine: MyPersona;
  onChanged: () => void;
  saveRef: Ref<SaveChosenPicture>;
}

/** Picture of a persona, visible only in this group, saved at once or together with the form of the page. */
export function PersonaPicture({ mine, onChanged, saveRef }: PersonaPictureProps) {
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
        saveRef={saveRef}
        doors={{ ...doors, message: removal.message, isBusy: removal.isBusy, onChanged: changed }}
      />
    </section>
  );
}
