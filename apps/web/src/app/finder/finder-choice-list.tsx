import { useLingui } from '@lingui/react/macro';
import { CountBadge } from '../../ui/display/badge';
import type { FinderChoice } from './finder-choice';
import { matchedRanges } from './word-matching';
import type { ResultSection } from './use-result-sections';

export const choiceElementId = ({ key }: FinderChoice): string =>
  `finder-${key.replaceAll('/', '-')}`;

interface ChoiceListProps {
  sections: readonly ResultSection[];
  words: readonly string[];
  /** The choice that Enter opens. */
  active: FinderChoice | undefined;
  onPick: (choice: FinderChoice) => void;
}

/** Search results, grouped by kind. The focus stays in the search field. */
export function ChoiceList({ sections, words, active, onPick }: ChoiceListProps) {
  const { t } = useLingui();
  return (
    <div className="pal__list" id="finder-list" role="listbox" aria-label={t`Resultados`}>
      {sections.map(({ id, title, choices }) => (
        <div key={id} role="group" aria-labelledby={`finder-${id}`}>
          <h3 id={`finder-${id}`} role="presentation">
            {title}
          </h3>
          {choices.map((choice) => (
            <ChoiceRow
              key={choice.key}
              {...{ choice, words, onPick }}
              isActive={choice === active}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ChoiceRowProps {
  choice: FinderChoice;
  words: readonly string[];
  isActive: boolean;
  onPick: (choice: FinderChoice) => void;
}

function ChoiceRow({ choice, words, isActive, onPick }: ChoiceRowProps) {
  const { t } = useLingui();
  const { title, note, isNoteOfKind, start, unread = 0 } = choice;
  return (
    <div
      className="row"
      id={choiceElementId(choice)}
      role="option"
      aria-selected={isActive}
      onClick={() => onPick(choice)}
    >
      {start}
      <span className="grow">
        <span className="row__t">
          <Marked text={title} words={words} />
        </span>
        {note && (
          <span className="row__s">
            <Marked text={note} words={isNoteOfKind ? [] : words} />
          </span>
        )}
      </span>
      <CountBadge count={unread} label={t`sin leer`} />
    </div>
  );
}

/** Renders a text with the matched parts highlighted. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const ranges = matchedRanges(text, words);
  return (
    <>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(ranges[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  );
}
