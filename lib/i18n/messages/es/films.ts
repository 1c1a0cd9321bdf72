import type { Translated } from '../../translated.ts'
import type en from '../en/films.ts'

/** La película propia de quien cuenta su historia, en la página de su participación. */
export default {
  nameless: 'Una persona que cuenta su historia',
  title: 'Tu película',
  entry: 'Participación {reference}',
  action: 'Ver tu película',
  phase: {
    making:
      'Nuestro equipo de edición prepara una película con tu participación. La ves aquí antes de que se haga, y nada se muestra a nadie sin tu sí.',
    storyboard: 'El guion gráfico está listo. Mira cada escena y dinos si se puede hacer.',
    storyboardAgain:
      'El guion gráfico cambió después de tu sí. Tu sí vale solo para lo que viste, así que te mostramos qué es distinto y te preguntamos de nuevo.',
    changing: 'Nos dijiste qué cambiar. Nuestro equipo de edición trabaja en ello, y te escribiremos cuando haya algo nuevo que ver.',
    renaming:
      'Ya no nos dejas publicar tu nombre. Nada de la película es público. Nuestro equipo de edición quita tu nombre y después te preguntamos de nuevo.',
    agreed: 'Dijiste que sí al guion gráfico. La película se está haciendo, y la verás aquí antes que nadie.',
    film: 'Tu película está terminada. Mírala y dinos si podemos mostrarla.',
    filmAgain: 'La película cambió después de tu sí. Tu sí vale solo para lo que viste, así que te preguntamos de nuevo.',
    released: 'Diste tu permiso para mostrar la película. Ahora se le pone fecha, y te escribiremos cuando la tenga.',
    scheduled: 'Tu película será pública desde el {date}.',
    published: 'Tu película es pública desde el {date}.',
    stopped: {
      permission: 'Retiraste el permiso para la película. Está detenida y nada de ella es público.',
      entry: 'La película está detenida porque tu participación ya no está seleccionada. Nada de ella es público.',
      closed: 'Nuestro equipo de edición no sigue con esta película. Nada de ella es público.',
    },
  },
  watch: 'Verla en su página',
  permission: 'Puedes retirar el permiso para la película en cualquier momento. Todo se detiene al instante.',
  permissionAction: 'Cambiar este permiso',
  done: {
    yes: 'Gracias. Tu sí queda guardado.',
    change: 'Gracias. Nuestro equipo de edición lee lo que escribiste.',
  },
  storyboard: {
    heading: 'Guion gráfico',
    text: '{count, plural, one {Una escena} other {# escenas}}, {seconds} segundos en total. Las imágenes son dibujos; no se muestra la cara de nadie.',
    title: 'Título de la película:',
    titleChanged: 'El título cambió:',
    scene: 'Escena {number}',
    picture: 'Imagen de la escena {number}: {words}',
    own: 'Tus propias palabras',
    ours: 'Nuestras palabras',
    fresh: 'Esta escena es nueva.',
    changed: 'Las palabras de esta escena cambiaron:',
    pictureChanged: 'Las palabras son las mismas. Cambió la imagen o su ritmo.',
    besideChanged: 'Cambiaron las palabras que acompañan esta imagen (capítulo, subtítulo o descripción):',
    moved: 'Esta escena está en otro lugar que antes.',
    gone: 'Ya no está en la película:',
    was: 'antes:',
    is: 'ahora:',
  },
  film: {
    heading: 'La película',
    text: 'Aquí solo pueden verla tú y nuestro equipo de edición.',
    player: 'Tu película',
    captions: 'Subtítulos',
    download: 'Abrir la película como archivo',
    portrait: 'Abrir la película para teléfonos, que también se muestra',
    transcript: 'La película en palabras ({language})',
    differsUnseen:
      'La película o las palabras que la acompañan cambiaron desde tu última respuesta. Aquí no podemos mostrar qué es distinto, así que todo está abajo para que lo veas de nuevo.',
  },
  ask: {
    storyboard: '¿Se puede hacer así?',
    film: '¿Podemos mostrar esta película?',
    yesStoryboard: 'Sí, se puede hacer así',
    yesFilm: 'Sí, pueden mostrarla',
    tied: 'Tu sí vale exactamente para lo que ves aquí. Si algo cambia después, te preguntamos de nuevo.',
    orChange: 'O dinos qué cambiar',
    words: '¿Qué debería ser distinto?',
    wordsHint: 'Nombra la escena si puedes. Hasta {max} caracteres.',
    change: 'Cambiar esto',
    takeBack: 'Si cambias de idea, dinos qué cambiar: así retiras tu sí.',
  },
  held: {
    asked: {
      storyboard: 'Pregunta sobre el guion gráfico del {date}. Mostraba estas palabras:',
      film: 'Pregunta sobre la película terminada del {date}. Mostraba estas palabras:',
    },
    yes: 'Dijiste que sí el {date}.',
    change: 'El {date} escribiste qué cambiar:',
    none: 'No hubo respuesta.',
  },
  said: {
    yesStoryboard: 'Dijiste que sí a este guion gráfico el {date}.',
    yesFilm: 'Diste tu permiso para mostrar esta película el {date}.',
    change: 'El {date} escribiste:',
  },
} as const satisfies Translated<typeof en>
