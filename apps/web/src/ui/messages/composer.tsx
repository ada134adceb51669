import { useLingui } from '@lingui/react/macro';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { IconButton } from '../actions/button';

interface ComposerProps {
  value: string;
  onChange: (text: string) => void;
  /** Receives the trimmed text; the caller must clear `value`. */
  onSend: (text: string) => void;
  label: string;
  /** Default: “Message”. */
  placeholder?: string | undefined;
  maxLength?: number;
  isDisabled?: boolean;
  /** Takes the focus on mount, and each time this value changes to a truthy one. */
  isFocused?: boolean | string | undefined;
  onEscape?: () => void;
  /** Content above the box, such as the list of members to mention. */
  above?: ReactNode;
  /** Whether the message has files, so that an empty text can be sent. */
  isFull?: boolean;
  /** Content at the start and at the end of the box. */
  before?: ReactNode;
  after?: ReactNode;
  /** Line below the box: audience and retention. */
  meta?: ReactNode;
}

/** Text box for a message. Enter inserts a line break; Ctrl+Enter sends, on wide screens Enter as well. */
export function Composer(props: ComposerProps) {
  const { value, onChange, onSend, meta, isDisabled, isFull, above, before, after, ...rest } =
    props;
  const { t } = useLingui();
  const send = () => {
    const text = value.trim();
    if (text || isFull) onSend(text);
  };
  return (
    <div className="composer">
      {above}
      <div className="composer__in">
        {before}
        <Box {...rest} value={value} onChange={onChange} isDisabled={isDisabled} onSend={send} />
        {after}
        <IconButton
          icon="send"
          label={t`Enviar`}
          className="iconbtn--send"
          disabled={isDisabled || !(value.trim() || isFull)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            send();
            keepFocus(event);
          }}
        />
      </div>
      {meta && <div className="composer__meta">{meta}</div>}
    </div>
  );
}

interface BoxProps {
  value: string;
  label: string;
  placeholder?: string | undefined;
  maxLength?: number;
  isDisabled: boolean | undefined;
  isFocused?: boolean | string | undefined;
  onEscape?: () => void;
  onChange: (text: string) => void;
  onSend: () => void;
}

function Box({ value, label, placeholder, maxLength, isDisabled, isFocused, ...on }: BoxProps) {
  const { t } = useLingui();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => grow(box.current), [value]);
  useEffect(() => {
    if (!isFocused) return;
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [isFocused]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') on.onEscape?.();
    if (!isSendKey(event)) return;
    event.preventDefault();
    on.onSend();
  };
  return (
    <textarea
      ref={box}
      className="composer__box"
      rows={1}
      aria-label={label}
      placeholder={placeholder ?? t`Mensaje`}
      value={value}
      maxLength={maxLength}
      disabled={isDisabled}
      onChange={(event) => on.onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function isSendKey({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || nativeEvent.isComposing) return false;
  return ctrlKey || metaKey || matchMedia('(min-width: 1024px)').matches;
}

function grow(box: HTMLTextAreaElement | null) {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 3}px`;
}

/** Moves the focus from the send button to the box, because the button is disabled after sending. */
function keepFocus({ currentTarget }: MouseEvent<HTMLButtonElement>) {
  if (document.activeElement !== currentTarget) return;
  currentTarget.parentElement?.querySelector('textarea')?.focus();
}
