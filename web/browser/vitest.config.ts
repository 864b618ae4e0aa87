import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.test.ts"],
    globalSetup: ["companies.ts"],
    // Each file has a server of its own, so files may run at once.
    maxWorkers: 2,
    // Patience on a busy machine, not a measure: what is slow is seen in the benchmarks.
    testTimeout: 60_000,
    hookTimeout: 40_000,
  },
});
