import { useLingui } from '@lingui/react/macro';
import { TextArea } from '../../../ui/forms/field';

interface AlternativesProps {
  text: string;
  onText: (text: string) => void;
  isOptional?: boolean;
  error?: string | undefined;
}

/** Where else the requester can look for help. */
export function Alternatives({ text, onText, ...props }: AlternativesProps) {
  const { t } = useLingui();
  return (
    <TextArea
      {...props}
      label={t`Dónde más puede buscar`}
      rows={3}
      maxLength={4_000}
      value={text}
      onChange={({ target }) => onText(target.value)}
    />
  );
}
