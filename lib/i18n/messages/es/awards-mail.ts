import type { Translated } from '../../translated.ts'
import type en from '../en/awards-mail.ts'

export default {
  until: 'Puedes reclamar {amount} USDC hasta el {date}. Después, el premio pasa a otra persona.',
  claim: 'Reclamar mi premio',
  see: 'Ver mi premio',
  how: 'En esa página enviamos un código a esta dirección. Con él nos dices dónde pagar: un ID de usuario de Binance o una dirección de USDC tuya.',
  after: 'Reclamar no cuesta nada. Nunca te pedimos un depósito, una comisión ni una frase semilla.',
  decline: 'Si no quieres el premio, puedes rechazarlo en la misma página.',
  approximate: 'El USDC busca valer alrededor de un dólar estadounidense. Lo que valga para ti cuando llegue puede ser distinto.',
  open: {
    subject: 'Ya puedes reclamar tu premio: {reference}',
    heading: 'Ya puedes reclamar tu premio',
    intro: 'Tu participación {reference} fue seleccionada y recibe {amount} USDC del fondo de premios.',
  },
  reminder: {
    subject: 'Un recordatorio, tu premio sigue esperando: {reference}',
    heading: 'Tu premio sigue esperándote',
    intro: 'Todavía no has reclamado tu premio.',
  },
  code: {
    subject: 'Tu código: {reference}',
    heading: 'Tu código',
    intro: 'Alguien, esperamos que tú, pidió un código en la página del premio de la participación {reference}.',
    label: 'Tu código para la página del premio',
    once: 'Funciona una vez, durante diez minutos, y solo en esa página. No se lo des a nadie, tampoco a quien diga que trabaja con nosotros.',
    other: 'Si no lo pediste, no lo uses y guarda para ti el enlace a tu participación.',
  },
  claimed: {
    subject: 'Tu premio está reclamado: {reference}',
    heading: 'Tu premio está reclamado',
    intro: 'Ya sabemos dónde pagar los {amount} USDC de la participación {reference}.',
    next: 'Ahora se comprueba el pago, como pide la ley. Si falta algo para eso, te escribimos.',
    payBy: 'Hemos prometido pagar a más tardar el {date}.',
    noDate: 'Todavía no hay fecha para el pago. La página de tu premio muestra cómo va.',
    other: 'Si no fuiste tú quien lo reclamó, ve ahora a la página de tu premio y cambia adónde va el dinero.',
  },
  changed: {
    subject: 'Cambió el destino de tu premio: {reference}',
    heading: 'Cambiaste el destino de tu premio',
    intro: 'Con un código nuevo se cambiaron los datos de pago de la participación {reference}.',
    hold: 'No se paga nada antes del {date}, para que haya tiempo de notar un cambio que no hiciste tú.',
    other: 'Si no fuiste tú, ve ahora a la página de tu premio y vuelve a cambiar los datos.',
  },
  paid: {
    subject: 'Tu premio está pagado: {reference}',
    heading: 'Tu premio está pagado',
    intro: 'Hemos enviado {amount} USDC por la participación {reference}.',
    label: 'Referencia del pago',
    next: 'Puede tardar un poco en aparecer. Guarda este mensaje: puede que tengas que declarar un premio donde vives.',
  },
  forfeited: {
    subject: 'Tu premio ha terminado: {reference}',
    heading: 'Tu premio ha terminado',
    no_claim:
      'El plazo para reclamar {amount} USDC por la participación {reference} terminó. Te escribimos al empezar y otra vez antes de que acabara.',
    declined: 'Rechazaste el premio de {amount} USDC de la participación {reference}. Gracias por decírnoslo.',
    blocked: 'No podemos pagar {amount} USDC por la participación {reference}: el pago no superó las comprobaciones que pide la ley.',
    left: 'La participación {reference} ya no compite y con ella terminó el premio de {amount} USDC.',
    next: 'La cantidad vuelve al fondo de premios y se ofrece a la siguiente participación de la lista de reserva, si queda alguna. Tu historia sigue siendo tuya.',
  },
} satisfies Translated<typeof en>
