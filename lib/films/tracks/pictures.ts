import type { Film, MotifName, Scene } from '../engine/film.ts'

/** The languages that pictures are described in; a film in another one is described in English. */
export const describedIn = ['en', 'es', 'ar'] as const
export type Described = (typeof describedIn)[number]
type Words = Readonly<Record<Described, string>>

/** Two people or more, counted in words. */
const crowd: Readonly<Record<Described, readonly string[]>> = {
  en: ['nobody', 'one person', 'two people', 'three people', 'four people', 'five people', 'six people'],
  es: ['nadie', 'una persona', 'dos personas', 'tres personas', 'cuatro personas', 'cinco personas', 'seis personas'],
  ar: ['لا أحد', 'شخص واحد', 'شخصان', 'ثلاثة أشخاص', 'أربعة أشخاص', 'خمسة أشخاص', 'ستة أشخاص'],
}

const pair: Words = {
  en: 'Two people stand with their backs to us while a yellow sun climbs behind them. Fine level lines bend to go around them, and a yellow thread runs through.',
  es: 'Dos personas están de pie, de espaldas a nosotros, mientras un sol amarillo sube tras ellas. Unas líneas finas y horizontales se curvan para rodearlas, y entre las líneas corre un hilo amarillo.',
  ar: 'شخصان واقفان وظهراهما إلينا بينما ترتفع خلفهما شمس صفراء. تنحني خطوط رفيعة مستوية لتلتف حولهما، ويمر بينها خيط أصفر.',
}
const someLines: Words = {
  en: 'On black, fine lines are drawn one after another around an empty shape, then the shape fills in: a person in front of a sun.',
  es: 'Sobre negro se dibujan, una tras otra, líneas finas alrededor de una silueta vacía, y después la silueta se llena: una persona delante de un sol.',
  ar: 'على خلفية سوداء تُرسم خطوط رفيعة واحدًا بعد آخر حول هيئة فارغة، ثم تمتلئ الهيئة: شخص أمام شمس.',
}

/** What each picture shows, for somebody who does not see it. {lines} and {people} are filled in. */
const pictures: Readonly<Record<MotifName, Words>> = {
  portrait: {
    en: 'A person in a woven shirt rises into view with their back to us, facing a yellow sun. Level lines bend to go around them, and one of the lines is a yellow thread.',
    es: 'De espaldas a nosotros, una persona con camisa tejida aparece poco a poco, frente a un sol amarillo. Unas líneas horizontales se curvan para rodearla, y una de ellas es un hilo amarillo.',
    ar: 'يظهر شخص يرتدي قميصًا منسوجًا وظهره إلينا، في مواجهة شمس صفراء. تنحني الخطوط المستوية لتلتف حوله، وأحد هذه الخطوط خيط أصفر.',
  },
  years: {
    en: 'On black, {lines} fine lines are drawn one after another, one for each year. They curve around an empty shape, then the shape fills in: the same person, in front of a sun.',
    es: 'Sobre negro se dibujan, una tras otra, {lines} líneas finas: una por cada año. Se curvan alrededor de una silueta vacía y después la silueta se llena: es la misma persona, delante de un sol.',
    ar: 'على خلفية سوداء يُرسم {lines} خطًا رفيعًا واحدًا بعد آخر، خط لكل سنة. تنحني الخطوط حول هيئة فارغة، ثم تمتلئ الهيئة: الشخص نفسه أمام شمس.',
  },
  walk: {
    en: 'The person walks away from us towards a rising sun. The lines stream past on both sides, like water around a stone.',
    es: 'La persona se aleja de nosotros caminando hacia un sol que sale. Las líneas pasan a ambos lados, como el agua alrededor de una piedra.',
    ar: 'يبتعد الشخص عنا سيرًا نحو شمس تشرق. تنساب الخطوط على جانبيه كالماء حول حجر.',
  },
  book: {
    en: 'Two hands hold an open book. Lines of writing on one page become rows of woven cloth on the other, and the yellow thread carries on out of the page.',
    es: 'Dos manos sostienen un libro abierto. Los renglones escritos de una página se convierten en hileras de tela tejida en la otra, y el hilo amarillo sigue más allá de la página.',
    ar: 'يدان تمسكان كتابًا مفتوحًا. تتحول السطور المكتوبة في صفحة إلى صفوف من القماش المنسوج في الأخرى، ويمضي الخيط الأصفر إلى خارج الصفحة.',
  },
  row: {
    en: '{people} sit side by side with their backs to us. The yellow thread goes from one to the next; each shirt is bare warp until the thread reaches it, then weaves itself a pattern of its own.',
    es: '{people} están sentadas de espaldas a nosotros, una junto a otra. El hilo amarillo va de una a la siguiente; cada camisa es solo urdimbre hasta que llega el hilo, y entonces se teje un dibujo propio.',
    ar: '{people} يجلسون جنبًا إلى جنب وظهورهم إلينا. ينتقل الخيط الأصفر من واحد إلى التالي؛ كل قميص خيوط عارية إلى أن يصل إليه الخيط، فينسج لنفسه نقشًا خاصًا.',
  },
  house: {
    en: 'A parent and a child, seen from behind, look at the outline of a house. Row by row the house is woven, and the sun comes up behind its roof.',
    es: 'Una persona adulta y otra pequeña, de espaldas, miran el contorno de una casa. La casa se teje hilera a hilera y el sol sale detrás del tejado.',
    ar: 'أحد الوالدين وطفل، من الخلف، ينظران إلى خطوط بيت. يُنسج البيت صفًا بعد صف، وتشرق الشمس من وراء سقفه.',
  },
  hill: {
    en: 'A dark round hill stands in the way. A small figure, seen from behind, follows the yellow thread up one side and stops at the top as the sun comes up.',
    es: 'Una colina redonda y oscura cierra el paso. Una figura pequeña, de espaldas, sigue el hilo amarillo por una ladera y se detiene en lo alto cuando sale el sol.',
    ar: 'تلة مستديرة داكنة تعترض الطريق. شخص صغير، من الخلف، يتبع الخيط الأصفر صعودًا على أحد جانبيها ويتوقف عند القمة مع شروق الشمس.',
  },
  frieze: {
    en: 'A wall of prints, joined by one yellow thread. {people} seen from behind, each in a different colour. In the last print there is nobody yet, only a pale disc, which turns yellow.',
    es: 'Una pared de láminas unidas por un solo hilo amarillo. {people} de espaldas, en colores distintos. En la última lámina todavía no hay nadie, solo un disco pálido que se vuelve amarillo.',
    ar: 'جدار من المطبوعات يربطها خيط أصفر واحد. {people} من الخلف، كل بلون مختلف. في المطبوعة الأخيرة لا أحد بعد، بل قرص باهت يتحول إلى الأصفر.',
  },
  mark: {
    en: 'The disc fills the screen with yellow. Two dark threads cross two others, over and under, and make a woven hash sign. A strip of cloth is woven along the foot.',
    es: 'El disco llena la pantalla de amarillo. Dos hilos oscuros cruzan a otros dos, por encima y por debajo, y forman una almohadilla tejida. Al pie se teje una franja de tela.',
    ar: 'يملأ القرص الشاشة باللون الأصفر. يتقاطع خيطان داكنان مع خيطين آخرين، فوقًا وتحتًا، فيشكلان علامة وسم منسوجة. وعند الأسفل يُنسج شريط من القماش.',
  },
}

export const musicCue: Words = {
  en: '[soft plucked-string music]',
  es: '[música suave de cuerdas pulsadas]',
  ar: '[موسيقى هادئة على أوتار منقورة]',
}

export const notPortraits: Words = {
  en: 'The figures are drawn symbols, not portraits.',
  es: 'Las figuras son símbolos dibujados, no retratos.',
  ar: 'الشخصيات رموز مرسومة وليست صورًا لأصحابها.',
}

/** The language pictures are described in for readers of another. */
export function describedFor(lang: string): Described {
  const [language] = lang.split('-')
  return describedIn.find((known) => known === language) ?? 'en'
}

/** What a scene shows, in the language nearest to the one asked for. */
export function pictureOf(film: Film, scene: Scene, lang: string): string {
  const language = describedFor(lang)
  const count = crowd[language][scene.who.length] ?? `${scene.who.length}`
  const people = count.charAt(0).toLocaleUpperCase(language) + count.slice(1)
  const chosen =
    scene.motif === 'portrait' && scene.who.length > 1
      ? pair
      : scene.motif === 'years' && !film.lines.years
        ? someLines
        : pictures[scene.motif]
  return chosen[language].replace('{lines}', String(film.lines.count)).replace('{people}', people)
}
