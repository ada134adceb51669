import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useQueue } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { IconButton } from '../../../ui/actions/button';
import { Menu } from '../../../ui/actions/menu';
import { ChosenFiles } from './chosen-files';
import { renameInDraft, takeFromDraft, useDraftFiles } from './draft-files';
import { DOCUMENT_ENDINGS, DOCUMENTS, IMAGES } from './file-rules';
import { useChoosing } from './use-choosing';
import { useDropping } from './use-dropping';

export interface AttachProps {
  /** Key of the feed or topic that is written in (`feedKey`). */
  feed: string;
  files: readonly QueuedFile[] | undefined;
  onFiles: (files: readonly QueuedFile[] | undefined) => void;
}

const NONE: readonly QueuedFile[] = [];

/** The attach button before the composer, and the files of the next message. */
export function Attach({ feed, files = NONE, onFiles }: AttachProps) {
  const { choose, preparing, refused, forgetRefused } = useChoosing(feed, useQueue());
  const box = useRef<HTMLSpanElement>(null);
  const isOver = useDropping(box, (dropped) => void choose(dropped));
  useDraftFiles(feed, files, onFiles);
  // Loads the sender early: browsers do not retry a dynamic import that failed once.
  useEffect(() => void import('./send-files').catch(() => undefined), []);
  return (
    <>
      <ChosenFiles
        {...{ files, preparing, refused, isOver }}
        onRemove={(file) => void takeFromDraft(feed, file)}
        onRename={(file, name) => void renameInDraft(feed, file, name)}
        onRead={forgetRefused}
      />
      <span ref={box}>
        <AttachButton onChoose={choose} />
      </span>
    </>
  );
}

interface ChoosingProps {
  onChoose: (files: readonly File[]) => Promise<void>;
}

function AttachButton({ onChoose }: ChoosingProps) {
  const { t } = useLingui();
  const [anchor, setAnchor] = useState<DOMRect>();
  const [photos, documents] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const open = (input: HTMLInputElement | null) => {
    setAnchor(undefined);
    input?.click();
  };
  return (
    <>
      <IconButton
        icon="attach"
        label={t`Adjuntar`}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget.getBoundingClientRect())}
      />
      <FileInput input={photos} accept={IMAGES} onChoose={onChoose} />
      <FileInput input={documents} accept={READABLE} onChoose={onChoose} />
      {anchor && (
        <Menu
          label={t`Adjuntar`}
          anchor={anchor}
          onClose={() => setAnchor(undefined)}
          items={[
            { icon: 'photo', label: t`Foto`, onSelect: () => open(photos.current) },
            { icon: 'file', label: t`Documento`, onSelect: () => open(documents.current) },
          ]}
        />
      )}
    </>
  );
}

const READABLE = [...DOCUMENTS, ...DOCUMENT_ENDINGS];

interface FileInputProps extends ChoosingProps {
  input: RefObject<HTMLInputElement | null>;
  accept: readonly string[];
}

function FileInput({ input, accept, onChoose }: FileInputProps) {
  return (
    <input
      ref={input}
      className="vh"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden="true"
      accept={accept.join(',')}
      onChange={({ target }) => {
        void onChoose([...(target.files ?? [])]);
        // Resets the input, so that the same file can be chosen again.
        target.value = '';
      }}
    />
  );
}
