import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/api": "http://127.0.0.1:8470" } },
  // Nothing is put into the page as data: addresses, so that the content security policy stays strict.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
