import { timeZoneName } from './time-zone-names';

describe('name of a time zone', () => {
  it.each([
    ['America/Lima', 'es', /^Lima · hora.* Perú$/],
    ['America/Sao_Paulo', 'pt', /^São Paulo · Horário.* Brasília$/],
    ['America/Mexico_City', 'en', /^Ciudad de México · Central.* Time$/],
    ['Pacific/Galapagos', 'es', /^Galápagos · hora.*/],
    ['America/Argentina/Tucuman', 'es', /^Tucumán · hora.* Argentina$/],
  ])(
    "the name contains the city of %s and the zone's name in language %s",
    (zone, language, name) => {
      expect(timeZoneName(zone, language)).toMatch(name);
    },
  );
});
