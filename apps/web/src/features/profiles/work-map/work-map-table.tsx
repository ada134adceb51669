import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { usePrinting } from '../../../ui/display/use-printing';
import { formatCell } from './heat-matrix';
import type { WorkMapData } from './work-map.graphql';

/** The work map as a table; collapsed on screen, expanded in print. */
export function WorkMapTable({ map: { issueAreas, rows } }: { map: WorkMapData }) {
  const { t } = useLingui();
  const id = useId();
  const isPrinting = usePrinting();
  return (
    <details open={isPrinting || undefined}>
      <summary id={id} className="xs">
        <Trans>Ver los números en una tabla</Trans>
      </summary>
      <div className="tablewrap" tabIndex={0} role="region" aria-labelledby={id}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t`Territorio`}</th>
              {issueAreas.map(({ id: area, shortName }) => (
                <th key={area} scope="col">
                  {shortName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ territory, cells }) => (
              <tr key={territory.id}>
                <th scope="row">{territory.shortName}</th>
                {cells.map((cell, at) => (
                  <td key={issueAreas[at]!.id} className="num">
                    {formatCell(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
