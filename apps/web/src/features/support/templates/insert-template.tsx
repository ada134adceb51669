import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { IconButton } from '../../../ui/actions/button';
import { withTemplate } from '../../../ui/forms/template-text-area';
import { TemplateSheet } from './template-sheet';
import { CASE_LANGUAGES, type SupportTemplatePurpose } from './templates.graphql';
import { templateLanguageOf, useTemplates } from './use-templates';

const PURPOSES: readonly SupportTemplatePurpose[] = ['ask', 'refer'];

interface InsertTemplateProps {
  requestId: string;
  value: string;
  onChange: (value: string) => void;
}

/** Button of the composer of a conversation with a requester. The inserted text can be edited before it is sent. */
export function InsertTemplate({ requestId, value, onChange }: InsertTemplateProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const templates = useTemplates(PURPOSES);
  const [{ data }] = useQuery({ query: CASE_LANGUAGES, variables: { id: requestId } });
  if (templates.length === 0) return null;
  const take = (text: string) => {
    setOpen(false);
    onChange(withTemplate(value, text));
  };
  return (
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
}
