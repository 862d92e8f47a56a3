/** What a person reads, in both languages. */
export interface Text {
  readonly da: string
  readonly en: string
}
