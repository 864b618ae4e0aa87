// Pages opened as one of the demo company's own people, and what tests of such pages have in common.
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { expectNoErrors, type Look, open, sameSite, type Server, settled } from "./support";

const PASSWORD = "tandem-demo";
/** Patience while a demo company is made and its server starts. */
export const PREPARE_MS = 180_000;
/** Patience with a story of many steps on a busy machine. */
export const STORY_MS = 240_000;

/** A page on which one of the company's people is signed in, who reads the language of the look. */
export async function enter(browser: Browser, server: Server, email: string, look: Look = {}): Promise<Page> {
  const page = await open(browser, server, look);
  const answer = await page.request.post("/api/v1/session", { data: { email, password: PASSWORD }, headers: sameSite });
  expect(answer.status()).toBe(200);
  const kept = await page.request.patch("/api/v1/me", { data: { locale: look.language ?? "en" }, headers: sameSite });
  expect(kept.status()).toBe(204);
  return page;
}

/** The same at an address, loaded and drawn. */
export async function visit(browser: Browser, server: Server, email: string, address: string, look: Look = {}): Promise<Page> {
  const page = await enter(browser, server, email, look);
  await page.goto(address);
  await settled(page);
  return page;
}

/** Closes a page, and fails where it had an error. */
export async function done(page: Page): Promise<void> {
  await page.context().close();
  expectNoErrors();
}

/** The content of a page. */
export const main = (page: Page): Locator => page.getByRole("main");

/** What the API answers to whoever the page belongs to. */
export async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return (await page.request.get(`/api/v1${path}`)).json() as Promise<Answer>;
}
