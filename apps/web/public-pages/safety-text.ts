import type { Language } from './language.js';

export interface SafetySection {
  id: 'who' | 'protects' | 'limits' | 'exit' | 'leave';
  title: string;
  lines: readonly string[];
}

/** Every sentence must be true of the running product: people base decisions on it. */
export const SAFETY_TEXT: Record<
  Language,
  { title: string; lead: string; parts: readonly SafetySection[] }
> = {
  es: {
    title: 'Qué protege Trama y qué no',
    lead: 'Léelo antes de entrar. Si algo te deja con dudas, no cuentes lo que no quieras contar.',
    parts: [
      {
        id: 'who',
        title: 'Quiénes sostienen Trama',
        lines: [
          'Dos personas leen cada postulación. Cada una escribe su opinión sin ver la otra.',
          'Nadie decide sobre alguien a quien invitó, avaló o tiene cerca.',
          'Los avales no son públicos: solo los ve quien revisa esa postulación.',
          'Cada uso de un poder queda en un registro que otras personas pueden revisar.',
        ],
      },
      {
        id: 'protects',
        title: 'Lo que se protege',
        lines: [
          'Cada dato de tu perfil tiene su audiencia. La cumple el servidor, no tu pantalla.',
          'Lo que no muestras no se puede buscar, contar ni adivinar con la búsqueda.',
          'Tus formas de contacto aparecen solo cuando las dos partes aceptan una presentación.',
          'Quien sale de un grupo deja de recibir al instante.',
          'No hay listas de quién está en línea ni de la última vez que alguien entró.',
          'No hay rastreadores, anuncios ni nada que venga de otros sitios.',
        ],
      },
      {
        id: 'limits',
        title: 'Lo que no se protege',
        lines: [
          'Los mensajes viajan cifrados, pero el servidor los guarda de forma que puede leerlos. Aún no hay canales cifrados de extremo a extremo.',
          'Quien está en un canal puede copiar o fotografiar lo que lee.',
          'Si alguien toma tu dispositivo abierto, ve lo que tú ves. Por eso existe el escudo.',
          'Tu proveedor de internet puede saber que visitas este sitio.',
        ],
      },
      {
        id: 'exit',
        title: 'Salir rápido',
        lines: [
          'El botón «Salir rápido», o la tecla Mayús tres veces, abre otra página y borra lo que se guardó en este dispositivo.',
          'Después, el botón Atrás no vuelve a Trama. Si tu navegador no tiene JavaScript, sí vuelve: cierra la pestaña.',
          'No borra el historial del navegador. Bórralo tú, o usa una ventana privada.',
          'Dentro de Trama, «Bloquear ahora» además cierra tu sesión. Sin conexión, se cierra cuando Trama se vuelva a abrir con conexión.',
        ],
      },
      {
        id: 'leave',
        title: 'Cómo irte',
        lines: [
          'Descargas lo tuyo en un archivo cuando quieras.',
          'Borras tu cuenta sin pedir permiso. Tienes 72 horas para arrepentirte.',
          'Si postulas y te arrepientes, retiras la postulación y se borra.',
          'Las respuestas de una postulación se destruyen 14 días después de la decisión.',
        ],
      },
    ],
  },
  pt: {
    title: 'O que a Trama protege e o que não',
    lead: 'Leia antes de entrar. Se algo deixar dúvida, não conte o que não quiser contar.',
    parts: [
      {
        id: 'who',
        title: 'Quem sustenta a Trama',
        lines: [
          'Duas pessoas leem cada candidatura. Cada uma escreve sua opinião sem ver a outra.',
          'Ninguém decide sobre alguém que convidou, avalizou ou conhece de perto.',
          'Os avais não são públicos: só quem revisa aquela candidatura os vê.',
          'Cada uso de um poder fica em um registro que outras pessoas podem conferir.',
        ],
      },
      {
        id: 'protects',
        title: 'O que é protegido',
        lines: [
          'Cada dado do seu perfil tem sua audiência. Quem a cumpre é o servidor, não a sua tela.',
          'O que você não mostra não pode ser buscado, contado nem adivinhado pela busca.',
          'Seus contatos aparecem só quando os dois lados aceitam uma apresentação.',
          'Quem sai de um grupo deixa de receber na mesma hora.',
          'Não há listas de quem está on-line nem de quando alguém entrou pela última vez.',
          'Não há rastreadores, anúncios nem nada que venha de outros sites.',
        ],
      },
      {
        id: 'limits',
        title: 'O que não é protegido',
        lines: [
          'As mensagens viajam cifradas, mas o servidor as guarda de forma que pode lê-las. Ainda não há canais cifrados de ponta a ponta.',
          'Quem está em um canal pode copiar ou fotografar o que lê.',
          'Se alguém pegar seu aparelho aberto, vê o que você vê. Por isso existe o escudo.',
          'Seu provedor de internet pode saber que você visita este site.',
        ],
      },
      {
        id: 'exit',
        title: 'Sair rápido',
        lines: [
          'O botão «Sair rápido», ou a tecla Shift três vezes, abre outra página e apaga o que ficou guardado neste aparelho.',
          'Depois, o botão Voltar não volta à Trama. Se o navegador estiver sem JavaScript, volta: feche a aba.',
          'Não apaga o histórico do navegador. Apague você, ou use uma janela privada.',
          'Dentro da Trama, «Bloquear agora» também encerra sua sessão. Sem conexão, ela se encerra quando a Trama for aberta de novo com conexão.',
        ],
      },
      {
        id: 'leave',
        title: 'Como ir embora',
        lines: [
          'Você baixa o que é seu em um arquivo quando quiser.',
          'Você apaga sua conta sem pedir licença. Tem 72 horas para voltar atrás.',
          'Se você se candidatar e mudar de ideia, retira a candidatura e ela é apagada.',
          'As respostas de uma candidatura são destruídas 14 dias depois da decisão.',
        ],
      },
    ],
  },
  en: {
    title: 'What Trama protects and what it does not',
    lead: 'Read this before you enter. If something leaves you in doubt, do not tell what you do not want to tell.',
    parts: [
      {
        id: 'who',
        title: 'Who keeps Trama going',
        lines: [
          'Two people read each application. Each writes an opinion without seeing the other.',
          'Nobody decides about someone they invited, vouched for or are close to.',
          'Vouches are not public: only those who review that application see them.',
          'Each use of a power is kept in a record that other people can check.',
        ],
      },
      {
        id: 'protects',
        title: 'What is protected',
        lines: [
          'Each detail of your profile has its audience. The server keeps it, not your screen.',
          'What you do not show cannot be searched, counted or guessed by searching.',
          'Your ways of contact appear only when both sides accept an introduction.',
          'Who leaves a group stops receiving at once.',
          'There are no lists of who is online, or of when someone was last here.',
          'There are no trackers, no ads, and nothing comes from other sites.',
        ],
      },
      {
        id: 'limits',
        title: 'What is not protected',
        lines: [
          'Messages travel encrypted, but the server keeps them in a form it can read. There are no end-to-end encrypted channels yet.',
          'Anybody in a channel can copy or photograph what they read.',
          'If someone takes your open device, they see what you see. That is what the shield is for.',
          'Your internet provider can know that you visit this site.',
        ],
      },
      {
        id: 'exit',
        title: 'Leaving quickly',
        lines: [
          'The button “Leave quickly”, or the Shift key three times, opens another page and erases what was kept on this device.',
          'After that, the Back button does not return to Trama. If your browser has no JavaScript, it does, so close the tab.',
          'It does not erase the history of the browser. Erase it yourself, or use a private window.',
          'Inside Trama, “Lock now” also ends your session. Without a connection, it ends the next time Trama opens with one.',
        ],
      },
      {
        id: 'leave',
        title: 'How to go',
        lines: [
          'You download what is yours in a file whenever you want.',
          'You delete your account without asking. You have 72 hours to change your mind.',
          'If you apply and change your mind, you withdraw the application and it is deleted.',
          'The answers of an application are destroyed 14 days after the decision.',
        ],
      },
    ],
  },
};
