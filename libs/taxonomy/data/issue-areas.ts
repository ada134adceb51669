import { createTerms } from '../term.js';

/** The issue areas, which say what the work of a person is about. */
export const ISSUE_AREAS = createTerms('issue', [
  [
    'gender-justice',
    'Justicia de género',
    'Justiça de gênero',
    'Gender justice',
    'género, gênero, gender, feminismo, feminismos, feminism, mujeres, mulheres, women, diversidad sexual, diversidade sexual, lgbt, lgbti, lgbtqi, violencia de género, violência de gênero, feminista, feministas, feminist, femicidio, feminicidio, feminicídio, femicide, igualdad de género, igualdade de gênero, gender equality, lgbtiq, lgbtqia, trans, travesti, travestis, disidencias, dissidências',
  ],
  [
    'sexual-reproductive-health',
    'Salud y derechos sexuales y reproductivos | Salud sexual y reproductiva',
    'Saúde e direitos sexuais e reprodutivos | Saúde sexual e reprodutiva',
    'Sexual and reproductive health and rights | Sexual and reproductive health',
    'derechos sexuales, derechos reproductivos, direitos sexuais, direitos reprodutivos, reproductive rights, sexual rights, salud sexual, saúde sexual, aborto, abortion, sdsr, srhr, esi, educación sexual, educação sexual',
  ],
  [
    'racial-justice',
    'Justicia racial y antirracismo | Antirracismo',
    'Justiça racial e antirracismo | Antirracismo',
    'Racial justice and anti-racism | Anti-racism',
    'justicia racial, justiça racial, racial justice, antirracista, antirracistas, antiracism, antiracist, racismo, racism, afrodescendientes, afrodescendentes, afro, negritud, negritude, movimento negro, quilombola, quilombolas, quilombo, palenque, black, afrodescendiente, afrodescendente, afrolatinas, afrolatinos, afrobrasileiras, afrobrasileiros, pueblos afro, comunidades negras, black communities',
  ],
  [
    'climate-environmental-justice',
    'Justicia climática y ambiental | Clima y ambiente',
    'Justiça climática e ambiental | Clima e ambiente',
    'Climate and environmental justice | Climate and environment',
    'clima, climate, justicia climática, justiça climática, climate justice, ambiente, medio ambiente, meio ambiente, ambiental, environment, environmental, ecología, ecologia, minería, mineração, mining, deforestación, desmatamento, deforestation, agua, água, water, cambio climático, mudança climática, mudanças climáticas, climate change, crisis climática, crise climática, climate crisis, defensa del territorio, defesa do território, land defence, land defense, extractivismo, extrativismo, extractivism, bosques, florestas, forests, ríos, rios, rivers, agroecología, agroecologia, agroecology',
  ],
  [
    'indigenous-rights',
    'Derechos de los pueblos indígenas | Pueblos indígenas',
    'Direitos dos povos indígenas | Povos indígenas',
    'Indigenous rights',
    'indígena, indígenas, indigenous, derechos indígenas, direitos indígenas, indigenous peoples, pueblos originarios, povos originários, originarios, originários, nativos, first peoples, lideranças indígenas, aborígenes, consulta previa, consulta prévia, territorios indígenas, territórios indígenas, terras indígenas, tierras indígenas, indigenous lands, autodeterminación, autodeterminação, self determination',
  ],
  [
    'disability-rights',
    'Derechos de las personas con discapacidad | Discapacidad',
    'Direitos das pessoas com deficiência | Deficiência',
    'Disability rights',
    'derechos discapacidad, discapacidades, deficiências, pcd, disability, disabled, accesibilidad, acessibilidade, accessibility, capacitismo, ableism, comunidad sorda, comunidade surda, deaf, personas con discapacidad, pessoas com deficiência, people with disabilities, sordas, sordos, surdas, surdos, ciegas, ciegos, cegas, cegos, blind, neurodivergencia, neurodivergência, neurodivergent',
  ],
  [
    'economic-justice',
    'Justicia económica',
    'Justiça econômica',
    'Economic justice',
    'economía, economia, economy, económica, econômica, trabajo, trabalho, labour, labor, desigualdad, desigualdade, inequality, vivienda, moradia, housing, economía solidaria, economia solidária, sindicatos, unions, deuda, dívida, trabajadoras, trabajadores, trabalhadoras, trabalhadores, workers, economía popular, economia popular, cooperativas, cooperatives, pobreza, poverty, hambre, fome, hunger, reforma agraria, reforma agrária, land reform',
  ],
  [
    'human-rights',
    'Derechos humanos',
    'Direitos humanos',
    'Human rights',
    'ddhh, dd hh, direitos humanos, defensoras, defensores, defenders, memoria, memória, libertad de expresión, liberdade de expressão, freedom of expression, migrantes, migrants, migración, migração, migration, derechos humanos, human rights defenders, defensoras de derechos humanos, defensores de derechos humanos, defensoras de direitos humanos, personas defensoras, pessoas defensoras, refugiadas, refugiados, refugees, desaparecidas, desaparecidos, desaparición forzada, desaparecimento forçado, memoria verdad y justicia, memória verdade e justiça, impunidad, impunidade, impunity',
  ],
]);
