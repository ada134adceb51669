import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../actions/button';
import { TextArea } from './field';

interface Picker {
  /** Position of the text area. */
  readonly anchor: DOMRect;
  /** Inserts the text of a template. */
  readonly take: (text: string) => void;
  readonly onClose: () => void;
}

interface TemplateTextAreaProps extends Omit<
  ComponentProps<typeof TextArea>,
  'onChange' | 'value'
> {
  value: string;
  onChange: (value: string) => void;
  hasTemplates: boolean;
  buttonLabel: ReactNode;
  /** Shows the templates to choose from. */
  picker: (picker: Picker) => ReactNode;
}

/** Adds a template to a text, which stays editable. */
export const withTemplate = (value: string, text: string): string =>
  value.trim() === '' ? text : `${value.trimEnd()}\n\n${text}`;

/** Text area with templates: by a button, or by typing `/` in the empty field. The inserted text can be edited. */
export function TemplateTextArea(props: TemplateTextAreaProps) {
  const { hasTemplates, buttonLabel, picker, ...area } = props;
  const { value, onChange, id: given, ...rest } = area;
  const made = useId();
  const id = given ?? made;
  const [anchor, setAnchor] = useState<DOMRect>();
  const open = () => setAnchor(document.getElementById(id)?.getBoundingClientRect());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== '/' || value !== '' || !hasTemplates) return;
    event.preventDefault();
    open();
  };
  const take = (text: string) => {
    setAnchor(undefined);
    onChange(withTemplate(value, text));
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <div className="stack stack--1">
      <TextArea
        {...rest}
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
      />
      {hasTemplates && (
        <Button kind="text" small icon="edit" aria-haspopup="dialog" onClick={open}>
          {buttonLabel}
          <span className="kbd only-d" aria-hidden="true">
            /
          </span>
        </Button>
      )}
      {anchor && picker({ anchor, take, onClose: () => setAnchor(undefined) })}
    </div>
  );
}
