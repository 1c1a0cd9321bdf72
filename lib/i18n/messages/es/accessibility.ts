import type { Translated } from '../../translated.ts'
import type en from '../en/accessibility.ts'

export default {
  pageTitle: '{title} | Humans of Binance',
  title: 'Declaración de accesibilidad',
  lead: 'Cualquier persona debería poder ver las historias y contar la suya. Aquí decimos hasta dónde hemos llegado y qué falta.',
  prepared: 'Escrita el {date}.',
  target: {
    title: 'Qué nos proponemos',
    text: 'El nivel AA de las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, en todas las páginas y en todos los idiomas del sitio. El texto y su fondo tienen un contraste de 7 a 1 o mayor, que es el nivel más estricto, AAA.',
    scripts: 'Todas las páginas públicas funcionan con los scripts desactivados, también para participar.',
  },
  can: {
    title: 'Qué puedes hacer',
    keyboard: 'usar cada página solo con el teclado y ver siempre en qué punto estás',
    zoom: 'poner el texto al doble de tamaño, o leer en una pantalla de 320 píxeles de ancho, sin desplazarte hacia los lados; solo las tablas anchas se desplazan, dentro de su espacio',
    films: 'activar los subtítulos de los cortos, saltar por capítulos o leer cada corto como texto: lo que se dice y lo que se ve',
    appearance: 'elegir una apariencia clara u oscura, o dejarlo a tu dispositivo',
    motion: 'pedir a tu dispositivo menos movimiento o más contraste: este sitio lo respeta',
    time: 'tomarte tu tiempo para participar: tus respuestas se guardan {days, plural, one {un día} many {# de días} other {# días}}',
  },
  tested: {
    title: 'Qué se ha probado',
    axe: 'Todas las páginas públicas con el comprobador axe, en inglés, español y árabe, claras y oscuras.',
    keyboard: 'Una participación completa solo con el teclado, y con los scripts desactivados.',
    narrow: 'Las páginas a 320 píxeles de ancho y con texto más grande.',
    browser: 'Todo en Chromium y hecho por nosotros. Un comprobador solo encuentra una parte de las barreras que encuentran las personas.',
  },
  gaps: {
    title: 'Qué sabemos que falta',
    reader: 'Todavía no se ha hecho ninguna sesión con un lector de pantalla. NVDA, VoiceOver y TalkBack van primero.',
    browsers: 'No se ha probado en Safari, en Firefox ni en teléfonos reales.',
    people: 'Ninguna persona que dependa de productos de apoyo ha probado aún el sitio para nosotros.',
    spoken: 'Los cortos tienen música y no tienen voz. Lo que muestran está descrito en texto, todavía no en una pista hablada.',
    drawn: 'Las palabras dibujadas dentro de los cortos están en inglés. Los subtítulos y el texto las dan en los otros idiomas.',
    languages: 'Los textos en español y en árabe aún tienen que leerlos hablantes nativos.',
    mail: 'Nuestros correos no se han probado en muchos programas de correo. Cada uno lleva una parte de texto sin formato.',
  },
  contact: {
    title: 'Avísanos de una barrera',
    text: 'Responde a cualquier correo nuestro sobre tu participación. Di qué página era y qué intentabas hacer.',
    entry: 'Si has participado y no encuentras nuestro correo, <entry>te enviamos otra vez el enlace a tu participación</entry>.',
    none: 'La campaña no ha anunciado una dirección para quienes no han participado. Estará aquí cuando lo haga.',
    needs: 'Si necesitas algo para poder participar, también puedes decírnoslo al hacerlo. Quienes puntúan las historias no lo ven.',
  },
} satisfies Translated<typeof en>
