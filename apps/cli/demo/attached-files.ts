/** An image with its description, or a document as lines of text. */
export type DemoFile = { readonly seen: string } | { readonly lines: readonly string[] };

/** Files attached to messages, by name. They show fictional content, no people and no real places. */
export const DEMO_FILES: Readonly<Record<string, DemoFile>> = {
  'desenho-quem-viu.png': { seen: 'Colinas em camadas sob um sol redondo.' },
  'cartaz-da-roda.png': {
    seen: 'Losangos em degraus, como num cesto trançado: o fundo do cartaz.',
  },
  'manha-no-rio.png': { seen: 'Faixas de cores, algumas em zigue-zague, como um pano.' },
  'resposta-censo.pdf': {
    lines: [
      'O áudio do censo',
      '',
      'É de março. Está cortado.',
      'O final, que falta em algumas versões, diz o contrário do começo.',
      'O censo conta pessoas. Não muda limites de terra.',
    ],
  },
  'censo-nove-perguntas.pdf': {
    lines: [
      'Censo: nove perguntas',
      '',
      '1. Preciso mostrar papel da casa? Não.',
      '2. Onde conta quem dorme em dois lugares? Onde dorme mais noites.',
      '3. Assino alguma coisa em branco? Nunca.',
      '4. Que língua se marca? Todas as que se falam em casa.',
    ],
  },
  'cartaz-versao-quatro.pdf': {
    lines: [
      'Antes de repassar',
      '',
      'O que já se sabe.',
      'Como sabemos.',
      'O que ainda não sabemos.',
      'Quem pode confirmar.',
    ],
  },
  'pasos-correo.pdf': {
    lines: [
      'Recuperar el correo de la radio',
      '',
      '1. Tener a mano el teléfono de recuperación.',
      '2. Pedir una clave nueva desde un equipo de confianza.',
      '3. Cerrar las sesiones que nadie reconoce.',
      '4. Guardar la clave en el gestor, no en papel.',
    ],
  },
  'pantalla-del-correo.png': { seen: 'Franjas de colores: la pantalla que pide la clave.' },
};
