import { createTerms } from '../term.js';

/** The practices, which say how a person does the work. */
export const PRACTICES = createTerms('practice', [
  [
    'access-to-information',
    'Acceso a la información',
    'Acesso à informação',
    'Access to information',
    'transparencia, transparência, transparency, datos abiertos, dados abertos, open data, solicitudes de información, pedidos de informação, foi, lai, derecho a saber, direito de saber, right to know, gobierno abierto, governo aberto, open government, rendición de cuentas, prestação de contas, accountability, lei de acesso, ley de acceso',
  ],
  [
    'filling-information-gaps',
    'Cubrir vacíos de información | Vacíos de información',
    'Preencher lacunas de informação | Lacunas de informação',
    'Filling information gaps | Information gaps',
    'vacíos informativos, desiertos de noticias, desertos de notícias, news deserts, lacunas, gaps, necesidades de información, necessidades de informação',
  ],
  [
    'countering-disinformation',
    'Verificación y respuesta a la desinformación | Verificación',
    'Verificação e resposta à desinformação | Verificação',
    'Countering disinformation',
    'desinformación, desinformação, disinformation, misinformation, verificar, chequeo, checagem, fact checking, factchecking, fact check, noticias falsas, notícias falsas, fake news, rumores, boatos, rumours, verification, verificación de datos, verificación de hechos, verificação de fatos, verificadores, fact checkers, checagem de fatos, checadores, agência de checagem, bulos, desmentidos, infodemia, infodemic, noticias engañosas, contenidos falsos, conteúdos falsos, mentiras',
  ],
  [
    'media-education',
    'Educación mediática',
    'Educação midiática',
    'Media education',
    'alfabetización mediática, alfabetização midiática, media literacy, educomunicación, educomunicação, educación, educação, education, talleres, oficinas, workshops, pensamiento crítico, pensamento crítico, critical thinking, educación popular, educação popular, alfabetización digital, alfabetização digital, digital literacy, educomunicadoras',
  ],
  [
    'community-media',
    'Medios comunitarios y periodismo local | Medios comunitarios',
    'Mídia comunitária e jornalismo local | Mídia comunitária',
    'Community media and local journalism | Community media',
    'radio comunitaria, rádio comunitária, community radio, radio, rádio, periodismo, jornalismo, journalism, periodismo local, jornalismo local, local journalism, medios, mídia, media, prensa, imprensa, press, corresponsales, correspondentes, medios comunitarios, mídia comunitária, radios comunitarias, rádios comunitárias, community radios, medios locales, mídia local, local media, medios alternativos, mídia alternativa, alternative media, medios independientes, mídia independente, independent media, medios populares, mídia popular, periodismo comunitario, jornalismo comunitário, community journalism, periodismo independiente, jornalismo independente, comunicación comunitaria, comunicação comunitária, comunicación popular, comunicação popular, comunicadoras, comunicadores, radialistas',
  ],
  [
    'monitoring-research',
    'Monitoreo e investigación del desorden informativo | Monitoreo e investigación',
    'Monitoramento e pesquisa da desordem informacional | Monitoramento e pesquisa',
    'Monitoring and research of information disorder | Monitoring and research',
    'monitoreo, monitoramento, monitoring, investigación, pesquisa, research, observatorio, observatório, observatory, desorden informativo, desordem informacional, information disorder, discurso de odio, discurso de ódio, hate speech, violencia digital, violência digital, online violence, violencia en línea, monitoreo de redes, monitoramento de redes, escucha social',
  ],
  [
    'documentation-archives',
    'Documentación y archivos',
    'Documentação e arquivos',
    'Documentation and archives',
    'archivo, archivos, arquivo, arquivos, archive, archives, documentación, documentação, documentation, acervo, acervos, memoria oral, memória oral, oral history, archivo sonoro, acervo sonoro, memoria histórica, memória histórica, historical memory, archivos comunitarios, arquivos comunitários, community archives, testimonios, testemunhos, testimonies',
  ],
  [
    'digital-security',
    'Seguridad digital',
    'Segurança digital',
    'Digital security',
    'seguridad, segurança, security, cuidados digitales, cuidados digitais, digital care, ciberseguridad, cibersegurança, cybersecurity, privacidad, privacidade, privacy, protección, proteção, protection, cifrado, criptografia, encryption, vigilancia, vigilância, surveillance, cuidado digital, autodefensa digital, autodefesa digital',
  ],
]);
