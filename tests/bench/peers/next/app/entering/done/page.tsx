type Props = { readonly searchParams: Promise<{ readonly reference?: string }> }

/** The smallest receipt. */
export default async function Page({ searchParams }: Props) {
  const { reference } = await searchParams
  return <main>{reference}</main>
}
