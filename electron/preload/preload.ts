import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { buildBridge } from './bridge.ts'

contextBridge.exposeInMainWorld(
  'galley',
  buildBridge({
    invoke: (channel: string, request: unknown) => ipcRenderer.invoke(channel, request),
    on: (channel, listener) => ipcRenderer.on(channel, listener),
    off: (channel, listener) => ipcRenderer.off(channel, listener),
    pathOf: (file) => webUtils.getPathForFile(file),
  }),
)
