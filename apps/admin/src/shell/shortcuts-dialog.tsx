import { Modal, Switch } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Key } from '../ui/key.tsx'
import { switchShortcuts, useShortcutsOn } from './shortcuts.ts'

const rows = [
  { keys: ['/'], text: 'search' },
  { keys: ['N'], text: 'newCase' },
  { keys: ['J', 'K'], text: 'move' },
  { keys: ['Enter'], text: 'open' },
  { keys: ['G', 'A', 'F', 'H', 'O', 'R', 'D'], text: 'jump' },
  { keys: ['Ctrl', 'Enter'], text: 'send' },
  { keys: ['?'], text: 'list' },
] as const

interface ShortcutsDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export const ShortcutsDialog = ({ open, onClose }: ShortcutsDialogProps) => {
  const { t } = useTexts()
  const on = useShortcutsOn()
  return (
    <Dialog open={open} title={t('shell.shortcuts')} onClose={onClose}>
      <Modal.Body>
        <dl className="shortcuts">
          {rows.map(({ keys, text }) => (
            <div key={text}>
              <dt>
                {keys.map((key) => (
                  <Key key={key}>{key}</Key>
                ))}
              </dt>
              <dd>{t(`shell.keys.${text}`)}</dd>
            </div>
          ))}
        </dl>
        <Switch
          size="small"
          checked={on}
          description={t('shell.shortcutsNote')}
          onChange={(event) => switchShortcuts(event.target.checked)}
        >
          {t('shell.shortcutsOn')}
        </Switch>
      </Modal.Body>
    </Dialog>
  )
}
