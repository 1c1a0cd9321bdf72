const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '<br>' }

/** Any text as markup: nothing in it is a tag, lines stay lines, and what stands between marks of direction stands in a `bdi`. */
export function markup(text: string): string {
  return text
    .replace(/[&<>"'\n]/g, (character) => entities[character] ?? '')
    .replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '<bdi>$1</bdi>')
    .replace(/\u2066([^\u2066-\u2069]*)\u2069/g, '<bdi dir="ltr">$1</bdi>')
}

/** One compiled part with its places filled, each once: what is filled in is never searched for places. Values are markup already. */
export function fill(part: string, values: Readonly<Record<string, string>>): string {
  return part.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
