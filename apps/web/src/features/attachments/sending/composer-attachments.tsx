import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useOutbox } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { IconButton } from '../../../ui/actions/button';
import { Menu } from '../../../ui/actions/menu';
import { ChosenFiles } from './chosen-files';
import { renameInDraft, removeFromDraft, useDraftFiles } from './draft-files';
import { DOCUMENT_EXTENSIONS, DOCUMENT_TYPES, IMAGE_TYPES } from './file-rules';
import { useFilePicker } from './use-file-picker';
import { useFileDrop } from './use-file-drop';

export interface ComposerAttachmentsProps {
  /** Key (`storedFeedKey`) of the feed in which the message is written. */
  feed: string;
  files: readonly QueuedFile[] | undefined;
  onFiles: (files: readonly QueuedFile[] | undefined) => void;
}

const NONE: readonly QueuedFile[] = [];

/** The attach button before the composer, and the files of the next message. */
export function ComposerAttachments({ feed, files = NONE, onFiles }: ComposerAttachmentsProps) {
  const { choose, preparing, refused, forgetRefused } = useFilePicker(feed, useOutbox());
  const box = useRef<HTMLSpanElement>(null);
  const isOver = useFileDrop(box, (dropped) => void choose(dropped));
  useDraftFiles(feed, files, onFiles);
  // Loads the sender early: browsers do not retry a dynamic import that failed once.
  useEffect(() => void import('./send-files').catch(() => undefined), []);
  return (
    <>
      <ChosenFiles
        {...{ files, preparing, refused, isOver }}
        onRemove={(file) => void removeFromDraft(feed, file)}
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
      <FileInput input={photos} accept={IMAGE_TYPES} onChoose={onChoose} />
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

const READABLE = [...DOCUMENT_TYPES, ...DOCUMENT_EXTENSIONS];

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
