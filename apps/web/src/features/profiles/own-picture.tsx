import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef, type RefObject } from 'react';
import { useMe } from '../../lib/session';
import { Button } from '../../ui/button';
import { FieldError } from '../../ui/field';
import { Picture } from '../../ui/picture';
import type { OwnField } from './own.graphql';
import { useOwnPicture } from './use-own-picture';

interface OwnPictureProps {
  field: OwnField;
  onChanged: () => void;
}

/** One's picture: chosen, seen, sent; or taken away. */
export function OwnPicture({ field, onChanged }: OwnPictureProps) {
  const { t } = useLingui();
  const { personId, personName } = useMe();
  const picture = useOwnPicture(field, onChanged);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { preview, progress, error } = picture;
  const choose = () => input.current?.click();
  return (
    <div className="inline inline--3">
      {preview ? (
        <img className="av av--l" src={preview} width="72" height="72" alt={t`Así se verá`} />
      ) : (
        <Picture id={personId ?? ''} name={personName ?? ''} avatar={field.text} size="l" />
      )}
      <div className="grow stack stack--2">
        <FileInput input={input} onChoose={(file) => void picture.choose(file)} />
        {progress !== undefined && (
          <progress className="grow" value={progress} aria-label={t`Subiendo tu foto`} />
        )}
        {preview ? (
          <Sending picture={picture} />
        ) : (
          <Choosing picture={picture} field={field} onChoose={choose} />
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

/** Opened by a button, which says what for. */
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
        // The same one can be chosen again.
        target.value = '';
      }}
    />
  );
}

type PictureState = ReturnType<typeof useOwnPicture>;

function Choosing({
  picture,
  field,
  onChoose,
}: {
  picture: PictureState;
  field: OwnField;
  onChoose: () => void;
}) {
  return (
    <div className="inline">
      <Button small onClick={onChoose}>
        {field.text ? <Trans>Cambiar foto</Trans> : <Trans>Elegir foto</Trans>}
      </Button>
      {field.text && (
        <Button kind="text" small isBusy={picture.isBusy} onClick={() => void picture.remove()}>
          <Trans>Quitar foto</Trans>
        </Button>
      )}
    </div>
  );
}

function Sending({ picture }: { picture: PictureState }) {
  return (
    <div className="inline">
      <Button kind="primary" small isBusy={picture.isBusy} onClick={() => void picture.save()}>
        <Trans>Guardar foto</Trans>
      </Button>
      <Button kind="text" small onClick={picture.cancel}>
        <Trans>Cancelar</Trans>
      </Button>
    </div>
  );
}
