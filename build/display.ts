const screen = '1920x1200x24'

/** Whether windows can be shown here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** The command as it stands where there is a display, else the same under a virtual one. */
export function onDisplay(command: string[]): string[] {
  return hasDisplay() ? command : ['xvfb-run', '-a', '-s', `-screen 0 ${screen}`, ...command]
}
