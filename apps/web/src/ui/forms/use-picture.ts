import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Problem, sentence } from '../../lib/server/errors';
import { asDataUrl, reducePicture } from '../../lib/page/reduce-picture';
import { uploadPicture } from '../../lib/server/upload-picture';
import './picture-reasons';
import { useToast } from '../actions/toast';

/** A picture of one's own, and the doors through which it changes. */
export interface PictureDoors {
  of: 'avatar' | 'persona';
  /** The name of its file; nothing: initials. */
  current: string | null;
  /** Where another is sent. */
  to: string;
  /** Takes it away; tells whether that went well. */
  takeAway: () => Promise<boolean>;
  /** What was wrong with taking it away. */
  message: string | undefined;
  isBusy: boolean;
  onChanged: () => void;
}

interface Chosen {
  readonly picture: Blob;
  readonly preview: string;
}

const UNREADABLE: Problem = { code: 'INVALID', reason: 'upload.unreadable', fields: {} };

/** The two acts, how far the first is, and what was wrong. */
function usePictureActs(doors: PictureDoors) {
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const send = async (picture: Blob) => {
    setProgress(0);
    const refused = await uploadPicture(doors.to, picture, setProgress);
    setProgress(undefined);
    setProblem(refused);
    if (!refused) doors.onChanged();
    return !refused;
  };
  const takeAway = async () => {
    const isDone = await doors.takeAway();
    if (isDone) doors.onChanged();
    return isDone;
  };
  const isBusy = progress !== undefined || doors.isBusy;
  const error = problem ? sentence(problem) : doors.message;
  return { send, takeAway, setProblem, progress, isBusy, error };
}

/** A picture: chosen, looked at, sent or taken away; each change can be taken back. */
export function usePicture(doors: PictureDoors) {
  const { t } = useLingui();
  const toast = useToast();
  const acts = usePictureActs(doors);
  const { send, takeAway } = acts;
  const [chosen, setChosen] = useState<Chosen>();
  const choose = async (file: Blob) => {
    const picture = await reducePicture(file);
    acts.setProblem(picture ? undefined : UNREADABLE);
    setChosen(picture && { picture, preview: await asDataUrl(picture) });
  };
  const save = async () => {
    const before = await pictureOf(doors);
    if (!chosen || !(await send(chosen.picture))) return;
    setChosen(undefined);
    toast({ text: t`Foto guardada`, onUndo: () => void (before ? send(before) : takeAway()) });
  };
  const remove = async () => {
    // What is taken away is deleted: only this page could still put it back.
    const before = await pictureOf(doors);
    if (!(await takeAway())) return;
    toast({ text: t`Foto quitada`, ...(before && { onUndo: () => void send(before) }) });
  };
  const cancel = () => setChosen(undefined);
  return { ...acts, choose, save, remove, cancel, preview: chosen?.preview };
}

/** The picture that is there now. */
export async function pictureOf({
  of,
  current,
}: Pick<PictureDoors, 'of' | 'current'>): Promise<Blob | undefined> {
  if (!current) return undefined;
  const answer = await fetch(`/files/${of}/${current}/256`).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}
