/** Why words of an entry do not go on a card by themselves. An editor may still decide otherwise, and says so. */
export const heldReasons = ['return', 'amount', 'link', 'contact', 'named-person', 'other-person', 'too-long'] as const
export type HeldReason = (typeof heldReasons)[number]

const word = (...words: string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
const anywhere = (...words: string[]) => new RegExp(words.join('|'), 'u')

/** Promises of gain, in the languages we know; numbers that speak of gain in any. */
const returns = [
  /\d+(?:[.,]\d+)?\s?[%٪％]/u,
  /[%٪]\s?\d/u,
  /(?<![\p{L}\p{N}])[x×]\s?\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s?[x×](?![\p{L}\p{N}])/iu,
  word(
    'profits?',
    'profitable',
    'returns? (?:on|of)',
    'gains?',
    'gained value',
    'guaranteed?',
    'rich',
    'wealthy',
    'millionaires?',
    'moon(?:ed|ing)?',
    'pump(?:ed|ing)?',
    'doubled',
    'tripled',
    'yields?',
    'roi',
    'earn(?:ed|ing|ings|s)?',
    'dividends?',
    'passive income',
    'bull(?:ish| run)',
    'went up',
    'hodl',
    'trad(?:e|ed|es|ing|ers?)',
    'invest(?:ed|ing|ment|ments|ors?)?',
  ),
  word(
    'ganancias?',
    'gan(?:é|o|ó|aba|amos|ar|ando|aron)',
    'rentab\\p{L}*',
    'beneficios?',
    'rendimientos?',
    'garantiz\\p{L}*',
    'ric[oa]s?',
    'millonari[oa]s?',
    'dupliqu\\p{L}*',
    'duplic\\p{L}*',
    'tripli\\p{L}*',
    'invers\\p{L}*',
    'inverti\\p{L}*',
    'invirti\\p{L}*',
    'trading',
    'especul\\p{L}*',
    'plusval\\p{L}*',
    'subió de precio',
  ),
  anywhere('أرباح', 'ربح', 'ربحت', 'مضمون', 'استثمار', 'استثمرت', 'عوائد', 'عائد', 'تداول', 'مليونير', 'ثروة', 'أغنياء', 'تضاعف', 'ضاعفت'),
  anywhere('收益', '盈利', '利润', '赚', '回报', '翻倍', '投资', '炒', '儲け', '利益'),
  word(
    'lucros?',
    'lucrei',
    'rendement',
    'bénéfices?',
    'gagn(?:é|er|ais)',
    'profit',
    'gewinne?',
    'rendite',
    'прибыл\\p{L}*',
    'доход\\p{L}*',
    'kazan(?:ç|dım)\\p{L}*',
    'lợi nhuận',
    'keuntungan',
    'untung',
  ),
]

/** Sums of money, whatever the currency. */
const currency =
  'usd[ct]?|busd|fdusd|dollars?|euros?|pounds?|rupees?|pesos?|reais|naira|bol[ií]vares|soles|d[oó]lares|btc|eth|bnb|bitcoins?|satoshis?|sats|دولار(?:ات|ا)?|يورو|ريال|درهم|جنيه|دينار|美元|元|円|руб\\p{L}*'
const amounts = [
  /[$€£¥₹₦₽₿₺₩₫₱฿]\s?[\d٠-٩]/u,
  /[\d٠-٩]\s?[$€£¥₹₦₽₿₺₩₫₱฿]/u,
  new RegExp(`[\\d٠-٩][\\d٠-٩.,٬٫\\s]*(?:k|m|mil|thousand|million|millones|ألف|مليون|万|亿)?\\s*(?:${currency})(?![\\p{L}\\p{N}])`, 'iu'),
  word(`(?:hundred|thousand|million)s?(?: of)? (?:${currency})`, `(?:cien|cientos|mil|miles|mill[oó]n|millones)(?: de)? (?:${currency})`),
]

const links = [
  /\bhttps?:/iu,
  /\bwww\./iu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/u,
  /\bt\.me\b/iu,
  /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,}\.(?:com|org|net|io|co|me|app|xyz|info|finance|link|gg|tv|es|mx|ar|br|uk|de|fr|eth)(?![\p{L}\p{N}])/iu,
]

const contacts = [
  /[^\s@]+@[^\s@]+\.\p{L}{2,}/u,
  /(?<![\d٠-٩])\+?[\d٠-٩][\d٠-٩()\s.-]{7,}[\d٠-٩]/u,
  /(?<![\p{L}\p{N}])0x[0-9a-f]{8,}/iu,
  /(?<![\p{L}\p{N}])(?:bc1|[13])[a-zA-HJ-NP-Z0-9]{24,}/u,
  word(
    'whats ?app',
    'telegram',
    'my (?:number|phone|address|e-?mail|wallet)',
    'mi (?:n[uú]mero|tel[eé]fono|direcci[oó]n|correo|billetera|wallet)',
    'referral',
    'referido',
  ),
  anywhere('واتساب', 'واتس', 'رقمي', 'بريدي', 'عنواني', '微信', '电话'),
]

/** People somebody can be recognised by. */
const kin =
  'wife|husband|spouse|partner|girlfriend|boyfriend|mother|mom|mum|father|dad|parents|son|sons|daughter|daughters|child|children|kids?|baby|brothers?|sisters?|siblings?|grand(?:mother|father|ma|pa|son|daughter|parents|children|kids)|uncle|aunt|cousins?|nephews?|nieces?|in-laws?|boss|neighbou?rs?|friends?|teacher|doctor|pastor|colleagues?|co-?workers?'
const kinEs =
  'espos[oa]s?|marido|mujer|pareja|novi[oa]s?|madre|mamá|padre|papá|padres|hij[oa]s?|niñ[oa]s?|bebé|herman[oa]s?|abuel[oa]s?|niet[oa]s?|t[ií][oa]s?|prim[oa]s?|sobrin[oa]s?|sueg[roa]+s?|cuñad[oa]s?|jef[ea]s?|vecin[oa]s?|amig[oa]s?|maestr[oa]|profesor[a]?|compañer[oa]s?'
const others = [
  word(
    `(?:my|our|his|her|their|a|the)(?: (?:best|old|late|dear|own|little|older|younger|eldest|youngest|first|only|two|three|four|whole|[a-z]+ing))? (?:${kin})`,
  ),
  word(`(?:mi|mis|nuestr[oa]s?|su|sus|un|una|el|la|los|las)(?: (?:mejor|mejores|propi[oa]s?|dos|tres|querid[oa]s?))? (?:${kinEs})`),
  anywhere(
    'زوجتي',
    'زوجي',
    'أمي',
    'والدتي',
    'أبي',
    'والدي',
    'ابني',
    'ابنتي',
    'أبنائي',
    'أطفالي',
    'أولادي',
    'أخي',
    'أختي',
    'إخوتي',
    'جدي',
    'جدتي',
    'عمي',
    'خالي',
    'صديقي',
    'صديقتي',
    'أصدقائي',
    'جاري',
    'جيراني',
    'مديري',
    'معلمي',
    'عائلتي',
  ),
  anywhere(
    '我(?:的)?(?:妻子|老婆|丈夫|老公|妈妈|母亲|爸爸|父亲|儿子|女儿|孩子|哥哥|弟弟|姐姐|妹妹|朋友|邻居|老板)',
    '私の(?:妻|夫|母|父|息子|娘|子)',
  ),
]

const titled =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Don|Doña|Sr|Sra|Señor|Señora|Prof|Sheikh|السيد|السيدة|الدكتور|الأستاذ|Herr|Frau|Mme|Monsieur|Madame)\.?\s+[\p{Lu}\p{Lo}]/u
const named = /(?<![\p{L}\p{N}])(?:named|called|nicknamed|llamad[oa]s?|se llama(?:ba)?|اسمه|اسمها|يدعى|تدعى|名叫|叫做)(?![\p{Ll}])/iu
/** Capitals that are nobody's name. */
const notNames = new Set(
  "i i’m i'm i’ve i've binance academy web3 humansofbinance bitcoin ethereum bnb crypto internet latin america europe africa asia english spanish arabic french portuguese monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas ramadan easter covid covid-19 god youtube google".split(
    ' ',
  ),
)

/** The first reason not to show this piece, or null. `own` is the name the storyteller goes by. */
export function heldReason(text: string, lang: string, own = ''): HeldReason | null {
  const any = (tests: readonly RegExp[]) => tests.some((test) => test.test(text))
  if (any(returns)) return 'return'
  if (any(amounts)) return 'amount'
  if (any(contacts)) return 'contact'
  if (any(links)) return 'link'
  if (titled.test(text) || named.test(text) || (!nounsAreCapitals.has(lang.split('-')[0] ?? '') && hasName(text, own)))
    return 'named-person'
  return any(others) ? 'other-person' : null
}

const nounsAreCapitals = new Set(['de', 'lb'])
const beforePlace = /^(?:in|at|near|across|around|en|desde|hasta|em|à|w|v)$/iu

/**
 * Whether a capital stands where no sentence begins, in a script that has capitals: a person's name in most cases, and where it is a
 * place's, an editor sees it among what was held out.
 */
function hasName(text: string, own: string): boolean {
  const known = new Set(own.toLowerCase().split(/\s+/).filter(Boolean))
  const words = text.split(/[\s«»"“”„()—–/]+/u).filter(Boolean)
  return words.some((raw, index) => {
    const name = raw.replace(/^[\p{P}]+|[\p{P}]+$/gu, '').replace(/['’]s$/u, '')
    const before = words[index - 1] ?? ''
    const begins = index === 0 || /[.!?…:;]$/.test(before)
    if (!/^\p{Lu}\p{Ll}+/u.test(name)) return false
    if (notNames.has(name.toLowerCase()) || known.has(name.toLowerCase())) return false
    if (begins) return isNameAtStart(words, index)
    return !beforePlace.test(before)
  })
}

const nameAtStart = /^(?:and|y|&|said|told|showed|taught|asked|helped|gave|dijo|me|nos|was|is|era|es|had)$/iu

/** A sentence that begins with two capitals, such as Maria Lopez, or with a name that acts, such as Maria told. */
function isNameAtStart(words: readonly string[], index: number): boolean {
  const next = words[index + 1]?.replace(/[\p{P}]+$/gu, '') ?? ''
  if (/^\p{Lu}\p{Ll}+/u.test(next) && !notNames.has(next.toLowerCase())) return true
  const first = words[index]?.toLowerCase() ?? ''
  return nameAtStart.test(next) && !commonFirst.has(first)
}

const commonFirst = new Set(
  'it that this there he she they we you who what which everything everyone everybody nothing nobody somebody someone something life work today then now one all money time learning school home my our his her their the a an and but so because when where how why yes no not here each every some many most both either still even esto eso ella ellos ellas todo todos nada nadie alguien algo lo la el los las mi mis su sus un una y pero porque cuando donde como hoy ahora entonces así también quien que aquí vida trabajo siempre nunca'.split(
    ' ',
  ),
)
