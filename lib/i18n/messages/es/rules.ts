import type { Translated } from '../../translated.ts'
import type en from '../en/rules.ts'

export default {
  pageTitle: '{title} | Humans of Binance',
  title: 'Bases del concurso',
  lead: 'Quién puede participar, cómo se eligen las historias y qué sigue siendo tuyo.',
  contents: 'En esta página',
  version: 'Versión {number}, publicada el {date}',
  hash: 'Huella del texto en inglés:',
  hashText: 'Tu participación guarda el número y la huella de la versión que aceptaste. Una versión posterior no te obliga.',
  earlier: 'Esta es una versión anterior. Solo vale para las participaciones que la aceptaron. <latest>Leer la última versión</latest>.',
  untranslated: 'Esta versión no está traducida. Aquí está el texto en inglés.',
  versions: 'Todas las versiones',
  versionsOne: 'Esta es la primera versión. Las siguientes aparecerán aquí, y esta seguirá pudiéndose leer.',
  versionShown: 'la de esta página',
  results: {
    title: 'Resultados',
    lead: 'Los resultados aún no han salido.',
    whenUnknown: 'El día no está fijado. Se anunciará en esta página.',
    whenSet: 'Salen el {date}.',
    whenLate: 'Estaban previstos para el {date}. Seguimos trabajando en ellos.',
    everybody: 'Todas las personas que participaron reciben una respuesta por correo, sea la que sea.',
    how: 'Qué mostrará esta página',
    method: 'cómo se leyeron, puntuaron y eligieron las historias',
    counts: 'cuántas participaciones llegaron, cuántas cumplían las bases, cuántas se leyeron y cuántas se seleccionaron',
    names: 'las personas seleccionadas, con el nombre que eligieron o como «nombre reservado»',
    corrections: 'cada corrección que hagamos después, con su fecha',
    rules: 'Leer las bases del concurso',
    entry: 'Consultar tu participación',
  },
} satisfies Translated<typeof en>
