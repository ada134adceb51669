import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useImperativeHandle, useRef, type Ref, type RefObject } from 'react';
import { Button } from '../actions/button';
import { FieldError } from './field';
import { avatarClass } from '../display/avatar';
import { Picture } from '../display/picture';
import {
  type PictureOperations,
  type SaveChosenPicture,
  usePictureUpload,
} from './use-picture-upload';

interface PictureFieldProps {
  /** Person or group whose initials appear if there is no picture. */
  who: { id: string; name: string; colour?: string | null };
  doors: PictureOperations;
  /** Receives the function with which the form of the page saves a chosen picture together with its texts. */
  saveRef?: Ref<SaveChosenPicture>;
}

/** Field to choose, preview, upload and remove a picture. */
export function PictureField({ who, doors, saveRef }: PictureFieldProps) {
  const { t } = useLingui();
  const { of, current } = doors;
  const picture = usePictureUpload(doors);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(saveRef, () => async () => {
    const undo = await picture.saveChosen();
    // The button of the form may be far below the error.
    if (!undo) box.current?.scrollIntoView({ block: 'center' });
    return undo;
  });
  const id = useId();
  const { preview, progress, error } = picture;
  const shape = { size: 'l', isGroup: of === 'group' } as const;
  const choose = () => input.current?.click();
  return (
    <div ref={box} className="inline inline--3">
      {preview ? (
        <img
          className={avatarClass('l', shape.isGroup)}
          src={preview}
          width="72"
          height="72"
          alt={t`Así se verá`}
        />
      ) : (
        <Picture {...who} {...shape} avatar={current} of={of} />
      )}
      <div className="grow stack stack--2">
        <FileInput input={input} onChoose={(file) => void picture.choose(file)} />
        {progress !== undefined && (
          <progress className="grow" value={progress} aria-label={t`Subiendo la foto`} />
        )}
        {preview ? (
          <Sending picture={picture} />
        ) : (
          <Choosing picture={picture} hasOne={Boolean(current)} onChoose={choose} />
        )}
        <FieldError id={id} error={error} />
      </div>
    </div>
  );
}

interface FileInputProps {
  input: RefObject<HTMLInputElement | null>;
  onChoose: (file: File) => void;
}

/** Hidden input that a labelled button opens. */
function FileInput({ input, onChoose }: FileInputProps) {
  return (
    <input
      ref={input}
      className="vh"
      type="file"
      tabIndex={-1}
      aria-hidden="true"
      accept="image/jpeg,image/png,image/webp,image/gif"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file) onChoose(file);
        // Allows the same file to be chosen again.
        target.value = '';
      }}
    />
  );
}

type PictureState = ReturnType<typeof usePictureUpload>;

interface ChoosingProps {
  picture: PictureState;
  hasOne: boolean;
  onChoose: () => void;
}

function Choosing({ picture, hasOne, onChoose }: ChoosingProps) {
  return (
    <div className="inline wrap">
      <Button small onClick={onChoose}>
        {hasOne ? <Trans>Cambiar foto</Trans> : <Trans>Elegir foto</Trans>}
      </Button>
      {hasOne && (
        <Button kind="text" small isBusy={picture.isBusy} onClick={() => void picture.remove()}>
          <Trans>Quitar foto</Trans>
        </Button>
      )}
    </div>
  );
}

function Sending({ picture }: { picture: PictureState }) {
  return (
    <div className="inline wrap">
      <Button kind="primary" small isBusy={picture.isBusy} onClick={() => void picture.save()}>
        <Trans>Guardar foto</Trans>
      </Button>
      <Button kind="text" small onClick={picture.cancel}>
        <Trans>Cancelar</Trans>
      </Button>
    </div>
  );
}
