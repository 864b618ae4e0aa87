// A folder for the demo companies that the files of tests share in one run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    companies: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tandem-companies-"));
  project.provide("companies", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
