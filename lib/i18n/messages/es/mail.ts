import type { Translated } from '../../translated.ts'
import type en from '../en/mail.ts'

export default {
  from: 'Humans of Binance',
  phrase: 'Tu frase, para que sepas que somos nosotros: {phrase}',
  code: 'Para comprobar que este mensaje es nuestro, abre tú {address} e introduce el código {code}.',
  safety: 'Nunca te pediremos tu contraseña, tu frase semilla ni un pago. Si alguien lo hace, no somos nosotros.',
  notice: 'Lo que Binance ofrece varía según el lugar, y puede que una parte no esté disponible donde vives.',
  why: 'Recibes este mensaje porque esta dirección se indicó en una participación del concurso de historias Humans of Binance.',
  whyStaff: 'Recibes este mensaje porque alguien ha pedido entrar con esta dirección en las páginas del equipo de Humans of Binance.',
  referenceLabel: 'Tu referencia',
  seeEntry: 'Ver mi participación',
  receipt: {
    subject: 'Tenemos tu historia: {reference}',
    heading: 'Tenemos tu historia',
    intro: 'Gracias. Este es tu comprobante, con fecha {date}.',
    next: 'Qué ocurre ahora',
    check:
      'Miramos tu publicación y comprobamos que la participación cumple las bases. Mantén la publicación pública hasta que salgan los resultados.',
    read: 'Después, varias personas leen tu historia sin ver quién la escribió.',
    result: 'Recibirás una respuesta, sea la que sea. La fecha de los resultados aparecerá en tu página en cuanto se fije.',
    storyOnly: 'Donde vives no se pueden entregar premios. Tu historia se lee como las demás y también puede convertirse en un corto.',
    link: 'El enlace a tu participación es secreto: quien lo tenga puede leerla y cambiarla. Guarda este mensaje.',
  },
  entryLink: {
    subject: 'El enlace a tu participación',
    heading: 'El enlace a tu participación',
    intro: 'Alguien, esperamos que tú, ha pedido el enlace a la participación {reference}.',
    other: 'Si no lo has pedido, no tienes que hacer nada. Solo tú recibes este mensaje.',
  },
  question: {
    subject: 'Necesitamos algo de ti: {reference}',
    heading: 'Necesitamos algo de ti',
    intro: 'Antes de seguir con tu participación tenemos una pregunta:',
    until: 'Responde en la página de tu participación antes del {date}. Sin respuesta hasta entonces, no podremos seguir.',
    answer: 'Responder a la pregunta',
  },
  ineligible: {
    subject: 'Tu participación no cumple los requisitos: {reference}',
    heading: 'Tu participación no cumple los requisitos',
    intro: 'Hemos mirado tu participación y no cumple una de las bases:',
    more: 'En la página de tu participación están la base completa y lo que todavía es posible.',
  },
  continueLink: {
    subject: 'Sigue con tu participación en otro dispositivo',
    heading: 'Sigue con tu participación',
    intro: 'Alguien, esperamos que tú, ha pedido seguir con una participación en otro dispositivo. Todavía no se ha enviado.',
    action: 'Seguir con mi participación',
    once: 'El enlace funciona una sola vez, hasta el {date}. Abre todas las respuestas dadas hasta ahora, así que no se lo pases a nadie.',
    other: 'Si no lo has pedido, no tienes que hacer nada. Tu dirección se ha usado para este mensaje y no se guarda para nada más.',
    why: 'Recibes este mensaje porque alguien escribió esta dirección en el sitio de Humans of Binance para que se le enviara un enlace.',
  },
  draftExpiring: {
    subject: 'Tu participación no se ha enviado: se borra el {date}',
    heading: 'Tu participación sigue sin enviarse',
    intro: 'Empezaste una participación y no la has enviado. Lo que escribiste se guarda hasta el {date} y después se borra.',
    link: 'El enlace funciona una sola vez, en cualquier dispositivo. Donde empezaste basta con volver a abrir el sitio.',
    nothing: 'Si ya no quieres participar, no tienes que hacer nada.',
    why: 'Recibes este mensaje porque esta dirección se indicó en una participación del concurso de historias Humans of Binance que no se ha enviado.',
  },
  questionReminder: {
    subject: 'Un recordatorio, seguimos necesitando algo de ti: {reference}',
    heading: 'Seguimos necesitando algo de ti',
    intro: 'Todavía no has respondido a esta pregunta sobre tu participación:',
  },
  staffSignIn: {
    subject: 'Tu enlace de acceso',
    heading: 'Entrar en las páginas del equipo',
    intro: 'Usa este enlace en los próximos diez minutos. Funciona una sola vez.',
    action: 'Entrar',
    other: 'Si no lo has pedido, no tienes que hacer nada.',
  },
} satisfies Translated<typeof en>
