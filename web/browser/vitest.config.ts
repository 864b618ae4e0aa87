import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.test.ts"],
    // Each file has a server of its own, so files may run at once; the tests within one tell a story and stop where it breaks.
    maxWorkers: 2,
    bail: 1,
    testTimeout: 40_000,
    hookTimeout: 40_000,
  },
});
