import { useTexts } from '../texts/use-texts.ts'
import { useLiveState } from './live.ts'

export const LiveMark = () => {
  const { t } = useTexts()
  const live = useLiveState()
  if (live === 'broken') return null
  return (
    <span className="live">
      <span className={`live-dot live-${live}`} aria-hidden />
      {live === 'live' ? t('shell.live') : t('shell.connecting')}
    </span>
  )
}
