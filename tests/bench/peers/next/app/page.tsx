const paragraphs = Array.from({ length: 60 }, (_, index) => `Sample paragraph ${index}: `.padEnd(120, 'words of a page '))

/** As much text as a page of the site. */
export default function Page() {
  return (
    <main>
      <h1>Static</h1>
      {paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </main>
  )
}
