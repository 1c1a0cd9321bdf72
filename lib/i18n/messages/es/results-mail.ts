import type { Translated } from '../../translated.ts'
import type en from '../en/results-mail.ts'

export default {
  because: 'Lo que dicen quienes la leyeron',
  readers: 'La página de tu participación muestra cuántas personas leyeron tu historia, y cuándo.',
  selected: {
    subject: 'Tu historia ha sido seleccionada: {reference}',
    heading: 'Tu historia ha sido seleccionada',
    intro: 'Tu participación {reference} está entre las elegidas en el concurso de historias Humans of Binance.',
    award: 'Te escribiremos de nuevo sobre tu parte del premio. Hasta entonces no necesitamos nada de ti.',
    storyOnly: 'Donde vives no se pueden dar premios, como dicen las bases. Tu historia está seleccionada como todas las demás.',
    film: 'Si se va a hacer una película de tu historia, ves y apruebas cada parte antes que nadie.',
    leave: 'Si ya no quieres participar, puedes retirarte en la página de tu participación.',
  },
  reserve: {
    subject: 'Tu historia está en la lista de reserva: {reference}',
    heading: 'Tu historia está en la lista de reserva',
    intro: 'Tu participación {reference} estuvo cerca. Si una persona seleccionada renuncia, la siguiente de la lista ocupa su lugar.',
    order: 'El orden de la lista está fijado y ya no cambia. Si queda libre un lugar para ti, te escribimos enseguida.',
  },
  notSelected: {
    subject: 'Tu historia no se ha seleccionado esta vez: {reference}',
    heading: 'Tu historia no se ha seleccionado esta vez',
    intro: 'Varias personas leyeron tu participación {reference} sin ver quién la escribió. Esta vez no está entre las elegidas.',
    thanks: 'Gracias por contarla. Lo que escribiste sigue siendo tuyo.',
  },
  movedUp: {
    subject: 'Ha quedado un lugar libre, tu historia está seleccionada: {reference}',
    heading: 'Ha quedado un lugar libre: tu historia está seleccionada',
    intro: 'Tu participación {reference} era la siguiente de la lista de reserva. Ahora está entre las historias seleccionadas.',
  },
} satisfies Translated<typeof en>
