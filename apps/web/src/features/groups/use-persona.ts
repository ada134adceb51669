import { useLingui } from '@lingui/react/macro';
import { uploadPicture } from '../../lib/server/upload-picture';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useToast } from '../../ui/actions/toast';
import { downloadPicture } from '../../ui/forms/use-picture-upload';
import { SET_PERSONA, type MyPersona } from './persona.graphql';
import './error-texts';

/** A member's fields in one group; a null name means that the profile is shown. */
export interface PersonaDraft {
  name: string | null;
  colour: string;
  pronouns: string;
  about: string;
  practices: string[];
}

const shownBy = ({ avatar }: MyPersona) => ({ of: 'persona' as const, current: avatar });

/** Draft with the stored values. */
export const personaDraftOf = (mine: MyPersona): PersonaDraft => ({
  name: mine.hasPersona ? mine.name : null,
  colour: mine.colour ?? '',
  pronouns: mine.pronouns ?? '',
  about: mine.about ?? '',
  practices: mine.practices.map(({ id }) => id),
});

/** Saves the persona, and offers to undo the change, together with that of a picture that was saved before it. */
export function usePersona(mine: MyPersona, onChanged: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useMutationState(SET_PERSONA);
  const membershipId = mine.id;
  const save = async (next: PersonaDraft, undoPicture: () => void) => {
    const before = personaDraftOf(mine);
    // Removing the persona deletes its picture on the server, so undoing has to upload it again.
    const picture = next.name === null ? await downloadPicture(shownBy(mine)) : undefined;
    if (!(await act.run({ input: { membershipId, ...next } }))) return;
    const takeBack = async () => {
      const isBack = await act.run({ input: { membershipId, ...before } });
      if (isBack && picture) await uploadPicture(`/uploads/persona/${membershipId}`, picture);
      onChanged();
    };
    const onUndo = () => {
      undoPicture();
      void takeBack();
    };
    const isRenamed = next.name !== before.name;
    toast({ text: isRenamed ? t`Nombre cambiado` : t`Cambió cómo te ven`, onUndo });
    onChanged();
  };
  return { save, isBusy: act.isBusy, message: act.message, errorOf: act.fieldMessage };
}
