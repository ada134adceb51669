import { createTerms } from '../term.js';

/** Territories that cross borders. No map shows them. */
export const SHARED_TERRITORIES = createTerms('territory', [
  [
    'amazonia',
    'Amazonía',
    'Amazônia',
    'Amazonia',
    'amazonas, amazon, amazônica, amazónica, selva amazónica, panamazonía, pan-amazônia',
  ],
  ['gran-chaco', 'Gran Chaco', 'Gran Chaco', 'Gran Chaco', 'chaco, grande chaco, chaqueña'],
  ['andes', 'Andes', 'Andes', 'Andes', 'andina, andino, andinos, cordillera, cordilheira, andean'],
  [
    'caribbean',
    'Caribe',
    'Caribe',
    'Caribbean',
    'caribeña, caribeño, antillas, antilhas, antilles, west indies',
  ],
  [
    'mesoamerica',
    'Mesoamérica',
    'Mesoamérica',
    'Mesoamerica',
    'mesoamericana, centroamérica, américa central, central america, istmo',
  ],
  ['patagonia', 'Patagonia', 'Patagônia', 'Patagonia', 'patagónica, patagônica, patagonian'],
]);
