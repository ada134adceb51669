import { Plural, Trans } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { diffLines, type LineDifference } from './diff-lines';

interface AgreementsDifferenceProps {
  before: string;
  after: string;
}

/** The difference between two versions, in words; colour and strike-through repeat them. */
export function AgreementsDifference({ before, after }: AgreementsDifferenceProps) {
  return (
    <ul className="diff">
      {partsOf(diffLines(before, after)).map((part, at) => (
        <Part key={at} {...part} />
      ))}
    </ul>
  );
}

interface DifferencePart extends LineDifference {
  /** How many unchanged lines the part stands for. */
  readonly count: number;
}

/** Counts unchanged lines that follow each other instead of repeating them. */
function partsOf(lines: readonly LineDifference[]): DifferencePart[] {
  const parts: DifferencePart[] = [];
  for (const { kind, line } of lines) {
    const last = parts.at(-1);
    if (kind === 'same' && last?.kind === 'same')
      parts[parts.length - 1] = { ...last, count: last.count + 1 };
    else parts.push({ kind, line, count: 1 });
  }
  return parts;
}

function Part({ kind, line, count }: DifferencePart) {
  if (kind === 'added') {
    return (
      <li className="diff__add">
        <Badge look="ok" icon="plus">
          <Trans>Se añade</Trans>
        </Badge>
        <ins>{line}</ins>
      </li>
    );
  }
  if (kind === 'removed') {
    return (
      <li className="diff__cut">
        <Badge look="danger" icon="minus">
          <Trans>Se quita</Trans>
        </Badge>
        <del>{line}</del>
      </li>
    );
  }
  return (
    <li>
      <Badge>
        <Trans>Sin cambios</Trans>
      </Badge>
      <p>
        {count === 1 ? (
          line
        ) : (
          <Plural value={count} one="# punto sigue igual." other="# puntos siguen igual." />
        )}
      </p>
    </li>
  );
}
