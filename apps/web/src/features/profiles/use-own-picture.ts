import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Problem, sentence } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { useToast } from '../../ui/toast';
import { REMOVE_AVATAR, type OwnField } from './own.graphql';
import { asDataUrl, reducePicture } from './reduce-picture';
import { uploadPicture } from './upload-picture';

interface Chosen {
  readonly picture: Blob;
  readonly preview: string;
}

const UNREADABLE: Problem = { code: 'INVALID', reason: 'upload.unreadable', fields: {} };

/** The two acts, how far the first is, and what was wrong. */
function usePictureActs(onChanged: () => void) {
  const removal = useAct(REMOVE_AVATAR);
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const send = async (picture: Blob) => {
    setProgress(0);
    const refused = await uploadPicture(picture, setProgress);
    setProgress(undefined);
    setProblem(refused);
    if (!refused) onChanged();
    return !refused;
  };
  const takeAway = async () => {
    const isDone = (await removal.run({})) !== undefined;
    if (isDone) onChanged();
    return isDone;
  };
  const isBusy = progress !== undefined || removal.isBusy;
  const error = problem ? sentence(problem) : removal.message;
  return { send, takeAway, setProblem, progress, isBusy, error };
}

/** One's picture: chosen, looked at, sent or taken away; each change can be taken back. */
export function useOwnPicture({ text: name }: OwnField, onChanged: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const acts = usePictureActs(onChanged);
  const { send, takeAway } = acts;
  const [chosen, setChosen] = useState<Chosen>();
  const choose = async (file: Blob) => {
    const picture = await reducePicture(file);
    acts.setProblem(picture ? undefined : UNREADABLE);
    setChosen(picture && { picture, preview: await asDataUrl(picture) });
  };
  const save = async () => {
    const before = await pictureOf(name);
    if (!chosen || !(await send(chosen.picture))) return;
    setChosen(undefined);
    toast({ text: t`Foto guardada`, onUndo: () => void (before ? send(before) : takeAway()) });
  };
  const remove = async () => {
    // What is taken away is deleted: only this page could still put it back.
    const before = await pictureOf(name);
    if (!(await takeAway())) return;
    toast({ text: t`Foto quitada`, ...(before && { onUndo: () => void send(before) }) });
  };
  const cancel = () => setChosen(undefined);
  return { ...acts, choose, save, remove, cancel, preview: chosen?.preview };
}

/** The picture that is there now. */
async function pictureOf(name: string): Promise<Blob | undefined> {
  if (!name) return undefined;
  const answer = await fetch(`/files/avatar/${name}/256`).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}
