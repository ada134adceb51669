/** City names with the accents that IANA identifiers omit. */
const WRITTEN: Readonly<Record<string, string>> = {
  Araguaina: 'Araguaína',
  Asuncion: 'Asunción',
  'Bahia Banderas': 'Bahía de Banderas',
  Belem: 'Belém',
  Bogota: 'Bogotá',
  Cancun: 'Cancún',
  'Ciudad Juarez': 'Ciudad Juárez',
  Cordoba: 'Córdoba',
  Cuiaba: 'Cuiabá',
  Curacao: 'Curaçao',
  Easter: 'Isla de Pascua',
  Eirunepe: 'Eirunepé',
  Galapagos: 'Galápagos',
  Havana: 'La Habana',
  Maceio: 'Maceió',
  Mazatlan: 'Mazatlán',
  Merida: 'Mérida',
  'Mexico City': 'Ciudad de México',
  Noronha: 'Fernando de Noronha',
  Panama: 'Panamá',
  'Rio Gallegos': 'Río Gallegos',
  Santarem: 'Santarém',
  'Sao Paulo': 'São Paulo',
  Tucuman: 'Tucumán',
};

/** City of a time zone in its local spelling. */
export function cityOfTimeZone(zone: string): string {
  const city = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return WRITTEN[city] ?? city;
}

/** City and localised name of a time zone. */
export function timeZoneName(zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  const time = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return [cityOfTimeZone(zone), time].filter(Boolean).join(' · ');
}

/** The time zones of the region and the chosen one, sorted by city. */
export function regionalZones(chosen: string, language: string) {
  const { compare } = new Intl.Collator(language);
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => zone === chosen || /^America\/|^Pacific\/(Easter|Galapagos)$/.test(zone))
    .map((zone) => ({ zone, name: timeZoneName(zone, language) }))
    .toSorted((a, b) => compare(a.name, b.name));
}
