import type { Language } from '../language.js';

interface SupportSection {
  readonly title: string;
  readonly text?: string;
  readonly lines?: readonly string[];
}

interface SupportPageText {
  readonly title: string;
  readonly lead: string;
  readonly danger: string;
  readonly dangerNote: string;
  /** While nobody can ask inside Trama: asking is paused, or nobody supports. */
  readonly pause: string;
  /** Asking without an account, where the instance allows it. */
  readonly guest: { readonly text: string; readonly ask: string };
  /** Link for people who hold the recovery phrase of a case. */
  readonly comeBack: string;
  readonly parts: readonly SupportSection[];
  /** How to ask. The address of the instance follows. */
  readonly asking: SupportSection;
}

/**
 * Every sentence must be true of the running product. Members and applicants ask in the app; people without an account
 * write to the operator's address, or ask in the app where the instance allows it.
 */
export const SUPPORT_TEXT: Record<Language, SupportPageText> = {
  es: {
    title: 'Apoyo gratis en tecnología y datos',
    lead: 'Para quienes trabajan por la justicia social en América Latina y el Caribe. Te acompaña una persona, en español, portugués o inglés.',
    danger: 'En peligro ahora: a quién llamar',
    guest: {
      text: 'También puedes pedirlo aquí sin cuenta: vuelves a tu pedido con una frase de doce palabras.',
      ask: 'Pedir apoyo sin cuenta',
    },
    comeBack: '¿Ya pediste apoyo sin cuenta? Volver a mi pedido',
    pause: 'Por ahora no se puede pedir apoyo dentro de Trama.',
    dangerNote:
      'Si hay una detención o una amenaza, o te robaron una cuenta, llama antes de escribir.',
    parts: [
      {
        title: 'Para quién',
        text: 'Personas, grupos y organizaciones que hacen al menos una de estas cosas:',
        lines: [
          'Llevar información a una comunidad que no la tiene.',
          'Cubrir vacíos de información.',
          'Informar sobre derechos.',
          'Dar información de calidad sobre temas que ataca la desinformación.',
          'Educar para leer los medios.',
          'Sostener un medio pequeño o comunitario.',
          'Hacer periodismo local o alternativo.',
          'Producir información desde la comunidad.',
          'Observar o investigar la desinformación.',
        ],
      },
      {
        title: 'En qué',
        text: 'No hace falta saber cuál es el tuyo.',
        lines: [
          'Entender la tecnología antes de elegirla.',
          'Diseñar un proyecto y llevarlo a cabo.',
          'Formar comunidad y conectarse de forma segura.',
          'Usar datos con responsabilidad.',
          'Cuidado digital.',
          'Documentación y archivo digital.',
        ],
      },
      {
        title: 'Cómo es',
        lines: [
          'Primero, una llamada para conocernos y entender qué necesitas. Si hablas otra lengua, puede haber interpretación: pregunta al escribir.',
          'Si después podemos acompañarte: Light Touch Support, un acompañamiento breve, o Matchbox, un trabajo conjunto más intenso.',
          'Es gratis de principio a fin. No tienes que tener cuenta en Trama.',
        ],
      },
      {
        title: 'Qué pasa con lo que cuentas',
        lines: [
          'Con cuenta, o con una postulación en curso, pídelo dentro de Trama. Lo que envías por fuera puede leerlo también la empresa que lleva el correo o el formulario.',
          'Dentro de Trama, solo la persona que toma tu pedido lo lee. Si lo acepta, también pueden leerlo hasta tres personas más del equipo de apoyo que se sumen al caso. Las personas que invites leen la conversación.',
          'Puedes borrarlo en cualquier momento. Si no, se destruye 90 días después de cerrarse.',
          'Cuenta poco en el primer mensaje. No menciones nombres ni lugares que pongan a alguien en riesgo.',
          'No guardamos registro de quién lee esta página.',
        ],
      },
    ],
    asking: {
      title: 'Cómo pedirlo',
      text: 'Di qué quieres lograr, en qué lengua prefieres hablar y por dónde es seguro responderte.',
    },
  },
  pt: {
    title: 'Apoio gratuito em tecnologia e dados',
    lead: 'Para quem trabalha por justiça social na América Latina e no Caribe. Uma pessoa acompanha você, em português, espanhol ou inglês.',
    danger: 'Em perigo agora: para quem ligar',
    guest: {
      text: 'Você também pode pedir aqui sem conta: para voltar ao pedido, usa uma frase de doze palavras.',
      ask: 'Pedir apoio sem conta',
    },
    comeBack: 'Já pediu apoio sem conta? Voltar ao meu pedido',
    pause: 'Por enquanto não é possível pedir apoio dentro da Trama.',
    dangerNote: 'Em caso de prisão, ameaça ou conta invadida, ligue antes de escrever.',
    parts: [
      {
        title: 'Para quem',
        text: 'Pessoas, grupos e organizações que fazem pelo menos uma destas coisas:',
        lines: [
          'Levar informação a uma comunidade que não a tem.',
          'Preencher vazios de informação.',
          'Informar sobre direitos.',
          'Oferecer informação de qualidade sobre temas que são alvo de desinformação.',
          'Educar para a leitura da mídia.',
          'Manter uma mídia pequena ou comunitária.',
          'Fazer jornalismo local ou alternativo.',
          'Produzir informação a partir da comunidade.',
          'Monitorar ou pesquisar a desinformação.',
        ],
      },
      {
        title: 'Em quê',
        text: 'Você não precisa saber qual é o seu caso.',
        lines: [
          'Entender a tecnologia antes de escolher.',
          'Planejar um projeto e colocá-lo em prática.',
          'Formar comunidade e se conectar com segurança.',
          'Usar dados com responsabilidade.',
          'Cuidado digital.',
          'Documentação e arquivo digital.',
        ],
      },
      {
        title: 'Como é',
        lines: [
          'Primeiro, uma chamada para a gente se conhecer e entender do que você precisa. Se você fala outra língua, pode haver interpretação: pergunte ao escrever.',
          'Se depois pudermos acompanhar você: Light Touch Support, um acompanhamento breve, ou Matchbox, um trabalho conjunto mais intenso.',
          'É gratuito do começo ao fim. Você não precisa ter conta na Trama.',
        ],
      },
      {
        title: 'O que acontece com o que você conta',
        lines: [
          'Com conta, ou com uma candidatura em andamento, peça dentro da Trama. O que você envia por fora também pode ser lido pela empresa que cuida do e-mail ou do formulário.',
          'Dentro da Trama, só a pessoa que assume o pedido lê o que você escreveu. Se ela aceitar, até três outras pessoas da equipe de apoio que entrarem no caso também podem ler. As pessoas que você convidar leem a conversa.',
          'Você pode apagar o pedido a qualquer momento. Se não apagar, ele é destruído 90 dias depois de ser encerrado.',
          'Conte pouco na primeira mensagem. Não escreva nomes nem lugares que coloquem alguém em risco.',
          'Não guardamos registro de quem lê esta página.',
        ],
      },
    ],
    asking: {
      title: 'Como pedir',
      text: 'Diga o que você quer alcançar, em que língua prefere conversar e por onde é seguro responder.',
    },
  },
  en: {
    title: 'Free support with technology and data',
    lead: 'For people who work for social justice in Latin America and the Caribbean. A person works with you, in English, Spanish or Portuguese.',
    danger: 'In danger now: who to call',
    guest: {
      text: 'You can also ask here without an account. You come back to your request with a phrase of twelve words.',
      ask: 'Ask without an account',
    },
    comeBack: 'Already asked without an account? Back to my request',
    pause: 'You can’t ask for support inside Trama right now.',
    dangerNote:
      'If someone was arrested or threatened, or an account was taken over, call before you write.',
    parts: [
      {
        title: 'Who it is for',
        text: 'People, groups and organisations that do at least one of these:',
        lines: [
          'Bring information to a community that lacks it.',
          'Fill gaps in information.',
          'Inform people about their rights.',
          'Offer good information on topics that disinformation targets.',
          'Teach people to read the media.',
          'Run a small or community media outlet.',
          'Do local or alternative journalism.',
          'Produce information led by the community.',
          'Monitor or research disinformation.',
        ],
      },
      {
        title: 'What it covers',
        text: 'You do not need to know which one is yours.',
        lines: [
          'Understanding technology before you choose it.',
          'Designing a project and carrying it out.',
          'Building community and connecting safely.',
          'Responsible data.',
          'Digital safety.',
          'Documentation and digital archives.',
        ],
      },
      {
        title: 'How it works',
        lines: [
          'First, an introductory call to meet and find out what you need. If you speak another language, interpretation may be possible: ask when you write.',
          'Then, if we can take it on: Light Touch Support, which is brief, or Matchbox, a more intensive partnership.',
          'It is free from start to finish. You do not need a Trama account.',
        ],
      },
      {
        title: 'What happens to what you tell us',
        lines: [
          'With an account, or while you’re applying, ask inside Trama. What you send outside can also be read by the company that runs the email or the form.',
          'Inside Trama, only the person who takes your request reads it. If they accept it, up to three more supporters who join the case can also read it. The people you invite read the conversation.',
          'You can delete it at any time. Otherwise it is destroyed 90 days after it is closed.',
          'Share very little in your first message. Leave out names and places that could put someone at risk.',
          'We keep no record of who reads this page.',
        ],
      },
    ],
    asking: {
      title: 'How to ask',
      text: 'Say what you want to achieve, which language you prefer to speak, and a safe way to reply to you.',
    },
  },
};
