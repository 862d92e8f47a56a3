/** The same keys in another language: a missing or left-over one does not compile. */
export type Twin<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Twin<Texts[Key]>
}
