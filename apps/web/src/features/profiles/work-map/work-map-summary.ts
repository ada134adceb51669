import { useLingui } from '@lingui/react/macro';
import { formatCell } from './heat-matrix';
import type { WorkMapData } from './work-map.graphql';

/** Maximum number of territories named. */
const NAMED = 3;

/** Summary in two sentences; empty if no cell has a number. */
export function useWorkMapSummary(map: WorkMapData): string[] {
  const { t } = useLingui();
  const { issueAreas, rows } = map;
  const numbers = rows.flatMap(({ territory, cells }) =>
    cells.flatMap((cell, at) =>
      cell.from === null ? [] : [{ cell, from: cell.from, area: issueAreas[at]!, territory }],
    ),
  );
  const area = mostOf(numbers.map((one) => one.area.shortName));
  const territory = mostOf(numbers.map((one) => one.territory.shortName));
  if (!area || !territory) return [];
  const first = numbers
    .toSorted((a, b) => b.from - a.from)
    .slice(0, NAMED)
    .map((one) => `${one.area.shortName} · ${one.territory.shortName} (${formatCell(one.cell)})`)
    .join('; ');
  const [areaName, areaCount] = area;
  const [territoryName, territoryCount] = territory;
  const places = rows.length;
  const areas = issueAreas.length;
  return [
    t`Donde trabaja más gente: ${first}.`,
    t`El tema que está en más lugares: ${areaName} (${areaCount} de ${places}). El lugar con más temas: ${territoryName} (${territoryCount} de ${areas}).`,
  ];
}

/** The most frequent name and its count. */
function mostOf(names: readonly string[]): [string, number] | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0];
}
