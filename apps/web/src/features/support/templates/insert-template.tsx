import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useTwoPanes } from '../../../lib/page/use-pane-count';
import { IconButton } from '../../../ui/actions/button';
import { withTemplate } from '../../../ui/forms/template-text-area';
import { TemplateSheet } from './template-sheet';
import { CASE_LANGUAGES, type SupportTemplatePurpose } from './templates.graphql';
import { templateLanguageOf, useTemplates } from './use-templates';

const PURPOSES: readonly SupportTemplatePurpose[] = ['ask', 'refer'];
/** Typed into an empty box, it opens the templates. It works inside the box alone, so no setting turns it off. */
const KEY = '/';

interface ComposerText {
  value: string;
  onChange: (value: string) => void;
  /** Called after a template was inserted. */
  onTaken: () => void;
  /** Whether the composer is one without templates. */
  isPaused: boolean;
}

interface TemplateInsertion {
  /** Button that opens the templates, and their sheet. */
  button: ReactNode;
  /** Changes the text as the supporter types it. */
  onType: (value: string) => void;
  /** Names the key, if there are templates: shorter on a phone. */
  placeholder: string | undefined;
}

/**
 * Templates in the composer of a conversation with a requester: by a button, or by typing `/` in the empty box. The
 * inserted text can be edited before it is sent.
 */
export function useInsertTemplate(requestId: string, text: ComposerText): TemplateInsertion {
  const { value, onChange, onTaken, isPaused } = text;
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const isWide = useTwoPanes();
  const hint = isWide ? t`Mensaje, o / para una plantilla` : t`/: plantillas`;
  const templates = useTemplates(PURPOSES, isPaused);
  const [{ data }] = useQuery({
    ...{ query: CASE_LANGUAGES, variables: { id: requestId } },
    pause: isPaused,
  });
  const onType = (next: string) => {
    setOpen(value === '' && next === KEY);
    onChange(next);
  };
  if (templates.length === 0) return { button: null, onType: onChange, placeholder: undefined };
  const take = (body: string) => {
    setOpen(false);
    onChange(withTemplate(value === KEY ? '' : value, body));
    onTaken();
  };
  const button = (
    <>
      <IconButton
        icon="edit"
        label={t`Empezar con una plantilla`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <TemplateSheet
          {...{ templates }}
          language={templateLanguageOf(data?.supportCase.languages ?? [])}
          onTake={take}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
  return { button, onType, placeholder: hint };
}
