import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/forms/field';
import { Menu } from '../../../ui/actions/menu';
import { textInLanguage, type ReviewTemplate } from '../desk/desk-texts';

interface ReviewTextProps extends Omit<ComponentProps<typeof TextArea>, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  templates: readonly ReviewTemplate[];
  /** Language of the inserted template; default: that of the interface. */
  language?: string;
  /** Called when a template was inserted. */
  onTaken?: (template: ReviewTemplate) => void;
}

/** Text area with templates: by a button, or by typing `/` in the empty field. The inserted text can be edited. */
export function ReviewText({ templates, language, onTaken, ...area }: ReviewTextProps) {
  const { value, onChange, id: given, ...rest } = area;
  const made = useId();
  const id = given ?? made;
  const [anchor, setAnchor] = useState<DOMRect>();
  const open = () => setAnchor(document.getElementById(id)?.getBoundingClientRect());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== '/' || value !== '' || templates.length === 0) return;
    event.preventDefault();
    open();
  };
  const take = (template: ReviewTemplate) => {
    setAnchor(undefined);
    const text = textInLanguage(template.bodies, language);
    onChange(value.trim() === '' ? text : `${value.trimEnd()}\n\n${text}`);
    onTaken?.(template);
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
      <Templates templates={templates} onOpen={open} />
      {anchor && <Choices {...{ templates, anchor, take }} onClose={() => setAnchor(undefined)} />}
    </div>
  );
}

function Templates(props: { templates: readonly ReviewTemplate[]; onOpen: () => void }) {
  if (props.templates.length === 0) return null;
  return (
    <Button kind="text" small icon="edit" aria-haspopup="menu" onClick={props.onOpen}>
      <Trans>Empezar con un texto</Trans>
      <span className="kbd only-d" aria-hidden="true">
        /
      </span>
    </Button>
  );
}

interface ChoicesProps {
  templates: readonly ReviewTemplate[];
  anchor: DOMRect;
  take: (template: ReviewTemplate) => void;
  onClose: () => void;
}

function Choices({ templates, anchor, take, onClose }: ChoicesProps) {
  const { t } = useLingui();
  const items = templates.map((template) => ({
    icon: 'edit' as const,
    label: textInLanguage(template.titles),
    onSelect: () => take(template),
  }));
  return <Menu label={t`Textos para empezar`} items={items} anchor={anchor} onClose={onClose} />;
}
