import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { useStore } from './store.ts'
import type { Toast, ToastQueue } from './toast-queue.ts'
import './toasts.css'

/** How long a toast stays, in milliseconds of nobody looking at it. */
const stay = 6000

/** The toast on show, in a live region that is always there so that it is read out. */
export function Toasts({ queue, label }: { queue: ToastQueue; label: string }) {
  const toast = useStore(queue.shown)
  return (
    <div className="toasts" role="status" aria-label={label}>
      {toast !== null && (
        <ShownToast
          key={toast.id}
          toast={toast}
          onDone={() => {
            queue.dismiss(toast.id)
          }}
        />
      )}
    </div>
  )
}

function ShownToast({ toast, onDone }: { toast: Toast; onDone: () => void }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(onDone, stay)
    return () => {
      clearTimeout(timer)
    }
  }, [isHeld, onDone])
  return (
    <div
      className="toast"
      onPointerEnter={() => {
        setHeld(true)
      }}
      onPointerLeave={() => {
        setHeld(false)
      }}
      onFocus={() => {
        setHeld(true)
      }}
      onBlur={() => {
        setHeld(false)
      }}
    >
      <span className="toast__words">{toast.words}</span>
      {toast.act !== undefined && (
        <Button
          look="ghost"
          size="sm"
          shortcut={toast.act.shortcut}
          onPress={() => {
            toast.act?.run()
            onDone()
          }}
        >
          {toast.act.words}
        </Button>
      )}
    </div>
  )
}
