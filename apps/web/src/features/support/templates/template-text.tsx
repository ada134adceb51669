import { Trans } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import { TemplateTextArea } from '../../../ui/forms/template-text-area';
import { TemplateSheet } from './template-sheet';
import type { SupportTemplatePurpose } from './templates.graphql';
import { templateLanguageOf, useTemplates } from './use-templates';

interface TemplateTextProps extends Omit<
  ComponentProps<typeof TemplateTextArea>,
  'hasTemplates' | 'buttonLabel' | 'picker'
> {
  purposes: readonly SupportTemplatePurpose[];
  /** Ids of the languages of the request. */
  languages: readonly string[];
}

/** Text area with the templates of supporters for these purposes. */
export function TemplateText({ purposes, languages, ...area }: TemplateTextProps) {
  const templates = useTemplates(purposes);
  const language = templateLanguageOf(languages);
  return (
    <TemplateTextArea
      {...area}
      hasTemplates={templates.length > 0}
      buttonLabel={<Trans>Empezar con una plantilla</Trans>}
      picker={({ take, onClose }) => (
        <TemplateSheet {...{ templates, language, onClose }} onTake={take} />
      )}
    />
  );
}
