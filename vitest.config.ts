import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { sharpWasmForVite } from './build/sharp-wasm.ts'

const shared = {
  environment: 'node',
  // The files share their process: to load the modules anew for each took longer than the tests. None leaves a fake
  // clock or a mock behind.
  isolate: false,
  server: { deps: { inline: ['sharp'] } },
  // Half of the tests write real files and fsync them; the slowest disk decides, not the processor.
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // Of few processors Vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [sharpWasmForVite],
        test: { ...shared, name: 'unit', include: ['tests/{unit,property}/**/*.test.{ts,tsx}'] },
      },
      {
        plugins: [sharpWasmForVite],
        test: { ...shared, name: 'crash', include: ['tests/crash/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
})
