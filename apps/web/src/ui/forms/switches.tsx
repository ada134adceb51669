import { useLingui } from '@lingui/react/macro';

interface Option<T extends string> {
  value: T;
  label: string;
  lang?: string;
}

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}

/** Segmented control: a few options in a row, one selected. */
export function SegmentedControl<T extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentsProps<T>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

export const LANGUAGES = [
  { value: 'es', label: 'Español', lang: 'es' },
  { value: 'pt', label: 'Português', lang: 'pt' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;
export type Language = (typeof LANGUAGES)[number]['value'];

export function LanguageSwitch({
  value,
  onChange,
}: {
  value: Language;
  onChange: (language: Language) => void;
}) {
  const { t } = useLingui();
  return (
    <SegmentedControl label={t`Idioma`} value={value} options={LANGUAGES} onChange={onChange} />
  );
}

export type Theme = 'system' | 'light' | 'dark';

export function ThemeSwitch({
  value,
  onChange,
}: {
  value: Theme;
  onChange: (theme: Theme) => void;
}) {
  const { t } = useLingui();
  const options = [
    { value: 'system', label: t`Como el equipo` },
    { value: 'light', label: t`Claro` },
    { value: 'dark', label: t`Oscuro` },
  ] as const;
  return (
    <SegmentedControl label={t`Colores`} value={value} options={options} onChange={onChange} />
  );
}
