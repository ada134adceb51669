import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type RequestProblem, problemText } from '../../lib/server/errors';
import { asDataUrl, reducePicture } from '../../lib/page/reduce-picture';
import { uploadPicture } from '../../lib/server/upload-picture';
import './picture-error-texts';
import { useToast } from '../actions/toast';
import type { PictureOwner } from '../display/picture';

/** Picture of the viewer or of their group, and the operations that change it. */
export interface PictureOperations {
  of: PictureOwner;
  /** File name; null means initials. */
  current: string | null;
  /** Upload URL. */
  to: string;
  /** Deletes the picture; returns whether that succeeded. */
  takeAway: () => Promise<boolean>;
  /** Error message of the deletion. */
  message: string | undefined;
  isBusy: boolean;
  onChanged: () => void;
}

/**
 * Uploads the picture that is chosen but not saved, if there is one. Resolves to a function that undoes it, or to
 * undefined if the upload failed; then the field shows the error.
 */
export type SaveChosenPicture = () => Promise<(() => void) | undefined>;

interface Chosen {
  readonly picture: Blob;
  readonly preview: string;
}

const UNREADABLE: RequestProblem = { code: 'INVALID', reason: 'upload.unreadable', fields: {} };

/** Upload and deletion of a picture, with progress and error. */
function usePictureActs(doors: PictureOperations) {
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<RequestProblem>();
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
  const error = problem ? problemText(problem) : doors.message;
  return { send, takeAway, setProblem, progress, isBusy, error };
}

/** State of a picture field: choose, preview, upload, delete; each change can be undone. */
export function usePictureUpload(doors: PictureOperations) {
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
  const saveChosen: SaveChosenPicture = async () => {
    if (!chosen) return () => undefined;
    const before = await downloadPicture(doors);
    if (!(await send(chosen.picture))) return undefined;
    setChosen(undefined);
    return () => void (before ? send(before) : takeAway());
  };
  const save = async () => {
    const onUndo = await saveChosen();
    if (onUndo) toast({ text: t`Foto guardada`, onUndo });
  };
  const remove = async () => {
    // The server deletes the file, so only this page can restore it.
    const before = await downloadPicture(doors);
    if (!(await takeAway())) return;
    toast({ text: t`Foto quitada`, ...(before && { onUndo: () => void send(before) }) });
  };
  const cancel = () => setChosen(undefined);
  return { ...acts, choose, save, saveChosen, remove, cancel, preview: chosen?.preview };
}

/** Downloads the current picture. */
export async function downloadPicture({
  of,
  current,
}: Pick<PictureOperations, 'of' | 'current'>): Promise<Blob | undefined> {
  if (!current) return undefined;
  const answer = await fetch(`/files/${of}/${current}/256`).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}
