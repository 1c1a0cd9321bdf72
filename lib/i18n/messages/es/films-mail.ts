import type { Translated } from '../../translated.ts'
import type en from '../en/films-mail.ts'

/** Cartas sobre la película de quien cuenta su historia. */
export default {
  see: 'Ver mi película',
  stop: 'Puedes retirar el permiso para la película en cualquier momento, en la página de tu participación. Todo se detiene al instante.',
  storyboard: {
    subject: 'El guion gráfico de tu película está listo: {reference}',
    heading: 'El guion gráfico de tu película está listo',
    intro:
      'Hicimos un guion gráfico con tu participación {reference}: una imagen por escena, con las palabras que muestra. Nada se filma antes de que digas que sí.',
    next: 'En esa página puedes decir que sí o contarnos qué hay que cambiar.',
  },
  ready: {
    subject: 'Tu película está lista para verla: {reference}',
    heading: 'Tu película está lista para verla',
    intro: 'La película de tu participación {reference} está terminada. Solo pueden verla tú y nuestro equipo de edición.',
    next: 'Mírala y dinos después si podemos mostrarla. Nadie más la ve antes de que digas que sí.',
  },
  changed: {
    subject: 'Tu película ha cambiado, te preguntamos de nuevo: {reference}',
    heading: 'Tu película ha cambiado',
    intro:
      'La película de tu participación {reference} ya no es la misma sobre la que nos contestaste. Tu respuesta vale solo para lo que viste, así que te preguntamos de nuevo.',
    next: 'La página muestra qué es distinto. Puedes decir que sí o contarnos qué hay que cambiar.',
  },
  stopped: {
    subject: 'Tu película está detenida: {reference}',
    heading: 'Tu película está detenida',
    intro: {
      name: 'Retiraste el permiso para publicar tu nombre. La película de tu participación {reference} puede mostrarlo, así que está detenida y nada de ella es público.',
      permission: 'Retiraste el permiso para la película de tu participación {reference}. Está detenida y nada de ella es público.',
      closed:
        'Nuestro equipo de edición no sigue con la película de tu participación {reference}. Está detenida y nada de ella es público.',
    },
    next: {
      name: 'Tu participación y tu premio siguen igual. Nuestro equipo de edición quita tu nombre de la película y después te pedimos tu sí de nuevo.',
      permission:
        'Tu participación y tu premio siguen igual. Si cambias de idea, puedes volver a dar el permiso en la página de tu participación.',
      closed: 'Tu participación y tu premio siguen igual.',
    },
  },
  scheduled: {
    subject: 'Tu película ya tiene fecha: {reference}',
    heading: 'Tu película ya tiene fecha',
    intro: 'Tu película es pública desde el {date}.',
    where: 'Desde entonces cualquiera puede verla aquí: {url}',
  },
} as const satisfies Translated<typeof en>
