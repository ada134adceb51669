import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import { Menu } from '../../../ui/actions/menu';
import { TemplateTextArea } from '../../../ui/forms/template-text-area';
import { textInLanguage, type ReviewTemplate } from '../desk/desk-texts';

interface ReviewTextProps extends Omit<
  ComponentProps<typeof TemplateTextArea>,
  'hasTemplates' | 'buttonLabel' | 'picker'
> {
  templates: readonly ReviewTemplate[];
  /** Language of the inserted template; default: that of the interface. */
  language?: string;
  /** Called when a template was inserted. */
  onTaken?: (template: ReviewTemplate) => void;
}

/** Text area with the templates of reviewers. */
export function ReviewText({ templates, language, onTaken, ...area }: ReviewTextProps) {
  const { t } = useLingui();
  return (
    <TemplateTextArea
      {...area}
      hasTemplates={templates.length > 0}
      buttonLabel={<Trans>Empezar con un texto</Trans>}
      picker={({ anchor, take, onClose }) => (
        <Menu
          {...{ anchor, onClose }}
          label={t`Textos para empezar`}
          items={templates.map((template) => ({
            icon: 'edit' as const,
            label: textInLanguage(template.titles),
            onSelect: () => {
              take(textInLanguage(template.bodies, language));
              onTaken?.(template);
            },
          }))}
        />
      )}
    />
  );
}
