import { Button, type ButtonProps } from '@navikt/ds-react'
import { createLink } from '@tanstack/react-router'
import type { Ref } from 'react'

type AnchorProps = ButtonProps & { readonly ref?: Ref<HTMLAnchorElement> }

const Anchor = ({ ref = null, ...props }: AnchorProps) => (
  <Button as="a" size="small" ref={ref} {...props} />
)

/** A link that looks like a button: it leads to another page of the window. */
export const ButtonLink = createLink(Anchor)
