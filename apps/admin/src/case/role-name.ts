import { da } from '../texts/da.ts'
import type { Texts } from '../texts/use-texts.ts'

const isKnown = (role: string): role is keyof typeof da.roles => role in da.roles

export const roleName = (role: string, t: Texts['t']): string =>
  isKnown(role) ? t(`roles.${role}`) : t('roles.other')
