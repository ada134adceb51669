const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names and words for seeded people and messages, the most frequent first. */
export const GIVEN_NAMES = listed(`
  Ana Luis María João Rosa Carlos Lucía Pedro Inés Miguel Yara Tomás Beatriz Nahuel Camila Raoni
  Sofía Aimé Quilla Davi Mariel Ernesto Itzel Otávio Renata Jerónimo Wayra Marisol`);

export const FAMILY_NAMES = listed(`
  Quispe Silva Mamani Souza Gómez Pérez Charles Huamán Ferreira Catrileo Ramírez Tzoc Oliveira
  Benítez Joseph Paredes Ixchop Moreno Cárdenas Nascimento Villalba Apaza Rojas Duarte Lima`);

export const SENTENCE_WORDS = listed(`
  radio datos comunidad agua territorio archivo taller mapa río periodismo verificación memoria
  derechos escuela mujeres jóvenes investigación cooperativa bosque lengua tierra clima salud
  barrio entrevista documental guion podcast red transparencia presupuesto minería pesca semillas
  asamblea cartografía biblioteca traducción quechua guaraní portugués kreyòl costa frontera
  migración infancia seguridad cifrado software libre licencia fotografía mural teatro elecciones
  rumores desinformación fuente boletín audiencia crónica ayuda encuentro martes mañana versión
  borrador revisar gracias informe enlace pregunta respuesta acuerdo fecha lista nota`);
