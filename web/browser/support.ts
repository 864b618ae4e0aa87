// What every browser test needs: a server on a database of its own, a signed-in page, and the checks that hold for every page.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const TANDEM = process.env["TANDEM_BIN"] ?? "../target/debug/tandem";
const CHROMIUM = process.env["TANDEM_CHROMIUM"] ?? "/usr/bin/chromium";
/** Where pictures of the pages go; none are taken where it is not set. */
const PICTURES = process.env["TANDEM_PICTURES"];
const PASSWORD = "a long enough password";

/** Who signs in at the tests' company. */
export const people = {
  admin: { email: "ada@acme.test", name: "Ada Lin", password: PASSWORD },
  manager: { email: "mei@acme.test", name: "陳美玲", password: PASSWORD },
  hunter: { email: "hugo@acme.test", name: "Hugo Berg", password: PASSWORD },
} as const;

/** A role of `people`. */
export type Person = keyof typeof people;

/** A server on a fresh database. */
export interface Server {
  address: string;
  folder: string;
  /** Runs `tandem` with this database. */
  tandem: (words: string[], input?: string) => string;
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`${address}/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server was not ready in 15 seconds");
}

/** Starts a server with an administrator and, where named, further people. `prepare` runs before it serves. */
export async function serve(given: { people?: Person[]; prepare?: (server: Pick<Server, "tandem" | "folder">) => void } = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-browser-"));
  const database = join(folder, "tandem.db");
  const tandem = (words: string[], input = "") =>
    execFileSync(TANDEM, ["--db", database, ...words], { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  given.prepare?.({ tandem, folder });
  for (const role of new Set<Person>(["admin", ...(given.people ?? [])])) {
    const { email, name, password } = people[role];
    tandem(["user", "add", email, "--name", name, "--role", role], password);
  }
  const address = `127.0.0.1:${await freePort()}`;
  const words = ["--db", database, "serve", "--addr", address, "--uploads", join(folder, "uploads")];
  const child = spawn(TANDEM, words, { stdio: "ignore" });
  await answers(`http://${address}`, child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://${address}`, folder, tandem, stop };
}

/** Starts a browser that talks to nobody but the server under test. */
export function browse(): Promise<Browser> {
  const args = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic",
  ];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** How a page is looked at. */
export interface Look {
  language?: "en" | "zh-Hant";
  scheme?: "light" | "dark";
  width?: 1440 | 390;
}

/** A page that fails the test on errors of its own and on what the content security policy refuses. */
export async function open(browser: Browser, server: Server, look: Look = {}): Promise<Page> {
  const width = look.width ?? 1440;
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: look.language === "zh-Hant" ? "zh-TW" : "en-GB",
    timezoneId: "Asia/Taipei",
    colorScheme: look.scheme ?? "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|key.+is missing|unique "key"/i.test(message.text())) broken.push(message.text());
  });
  return page;
}

const broken: string[] = [];

/** Fails where a page had an error since the last time. */
export function expectNoErrors(): void {
  expect(broken.splice(0)).toEqual([]);
}

/** Signs in over the API, which is quicker than the form, in this language. */
export async function signIn(page: Page, person: Person = "admin", language: Look["language"] = "en"): Promise<void> {
  const { email, password } = people[person];
  const answer = await page.request.post("/api/v1/session", { data: { email, password }, headers: sameSite });
  expect(answer.status()).toBe(200);
  const kept = await page.request.patch("/api/v1/me", { data: { locale: language }, headers: sameSite });
  expect(kept.status()).toBe(204);
}

/** What a browser says of a request that the page itself made. */
export const sameSite = { "sec-fetch-site": "same-origin" };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** No violation of the rules for accessible pages. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const isThere = await page.evaluate("typeof window.axe !== 'undefined'");
  if (isThere !== true) await page.evaluate(axe);
  const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")) as Violation[];
  const told = found.flatMap((violation) => violation.nodes.map((node) => `${where}: ${violation.id} at ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
  expect(told).toEqual([]);
}

/** The page itself does not scroll sideways; wide tables scroll inside of themselves. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(over, `${where} is wider than the screen by`).toBeLessThanOrEqual(0);
}

/** Waits until everything has been loaded and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector("h1") !== null && document.querySelector(".mantine-Skeleton-root") === null);
}

/** Looks at an address as everybody may: both languages, both schemes, wide and narrow. */
export async function lookAtAll(browser: Browser, server: Server, address: string, name: string, person: Person = "admin"): Promise<void> {
  const looks: Required<Look>[] = [
    { language: "en", scheme: "light", width: 1440 },
    { language: "en", scheme: "dark", width: 390 },
    { language: "zh-Hant", scheme: "light", width: 390 },
    { language: "zh-Hant", scheme: "dark", width: 1440 },
  ];
  for (const look of looks) {
    const page = await open(browser, server, look);
    if (address !== "/sign-in") await signIn(page, person, look.language);
    await page.goto(address);
    await settled(page);
    const where = `${name} ${look.language} ${look.scheme} ${look.width}`;
    expect(await page.getAttribute("html", "lang")).toBe(look.language);
    await picture(page, where.replaceAll(" ", "-"));
    await expectNoSidewaysScroll(page, where);
    await expectAccessible(page, where);
    await page.context().close();
  }
  expectNoErrors();
}

/** Takes a picture of a page where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** Writes small files of a folder; returns their paths. */
export function files(folder: string, contents: Record<string, string>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(contents).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}
