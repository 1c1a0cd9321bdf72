import type { ReactNode } from 'react'

type Page = { readonly title: ReactNode; readonly lead: ReactNode; readonly children: ReactNode }

/** A page that is mostly words: a heading, what it is about, then sections. */
export function TextPage({ title, lead, children }: Page) {
  return (
    <div className="wrap section">
      <div className="narrow text">
        <header className="flow">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </header>
        {children}
      </div>
    </div>
  )
}

type Section = { readonly id: string; readonly title: ReactNode; readonly children: ReactNode; readonly lang?: string | undefined }

/** One section, with its id as an anchor. `lang` only where its words are in another language than the page. */
export function TextSection({ id, title, lang, children }: Section) {
  return (
    <section className="flow" id={id} aria-labelledby={`${id}-title`} lang={lang} dir={lang && 'auto'}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

/** Links to the sections of this page. */
export function Contents({ label, sections }: { readonly label: string; readonly sections: readonly { id: string; title: string }[] }) {
  return (
    <nav className="text__contents" aria-labelledby="contents">
      <h2 className="over" id="contents">
        {label}
      </h2>
      <ul className="plain">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
