import type { Anchors, CriterionKey } from '#lib/review/schema.ts'

/** The rubric in Spanish. */
export const spanishRubric: Readonly<Record<CriterionKey, Anchors>> = {
  truth: {
    name: 'Verdad humana',
    question: '¿Hay aquí una persona, con momentos que solo ella podría contar?',
    one: 'Parece un eslogan o un anuncio',
    three: 'Algunos detalles concretos',
    five: 'Se puede ver y oír a esta persona',
  },
  change: {
    name: 'Cambio',
    question: '¿Qué había antes, qué hay ahora y qué hizo falta?',
    one: 'No se cuenta ningún cambio',
    three: 'El cambio se menciona',
    five: 'Un momento decisivo, y lo que costó llegar a él',
  },
  theme: {
    name: 'Relación con el tema',
    question: '¿Es la cripto una herramienta en esta vida?',
    one: 'No aparece, o solo se habla de precios',
    three: 'Se menciona de paso',
    five: 'Tiene un papel claro, y no promete ganancias a nadie',
  },
  use: {
    name: 'Utilidad para otras personas',
    question: '¿Alguien podría aprender algo o cobrar ánimo?',
    one: 'Nada que llevarse',
    three: 'Algo general',
    five: 'Muchas personas la compartirían',
  },
  film: {
    name: 'Funciona como película',
    question: '¿Hay escenas, una voz, imágenes?',
    one: 'Se queda en lo abstracto',
    three: 'Una escena que mostrar',
    five: 'Tres o más escenas que mostrar',
  },
}
