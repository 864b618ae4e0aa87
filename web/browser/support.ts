// What every browser test needs: a server on a database of its own, a signed-in page, and the checks that hold for every page.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterEach, expect, inject } from "vitest";

const TANDEM = process.env["TANDEM_BIN"] ?? "../target/debug/tandem";
const CHROMIUM = process.env["TANDEM_CHROMIUM"] ?? "/usr/bin/chromium";
/** Where pictures of the pages go; none are taken where it is not set. */
const PICTURES = process.env["TANDEM_PICTURES"];
const DATABASE = "tandem.db";
/** Of a page of a failed test. */
const SHOWN_LETTERS = 9_000;
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
  /** Ends it without a warning, as a power cut would, and starts another on the same database and address. */
  crash: () => Promise<void>;
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

/** What a server starts from. */
interface Start {
  people?: Person[];
  /** The demo company, with these words of `tandem demo`. */
  demo?: string[];
  /** Runs before the server does. */
  prepare?: (server: Pick<Server, "tandem" | "folder">) => void;
}

/** A folder with the database of a demo company: made once in a run of the tests, by whichever file of tests asks first; the others wait for it. */
async function demoCompany(words: string[]): Promise<string> {
  const made = join(inject("companies"), ["demo", ...words].join(""));
  const isFirst = mkdirSync(`${made}.new`, { recursive: true }) !== undefined;
  if (isFirst) {
    execFileSync(TANDEM, ["--db", join(`${made}.new`, DATABASE), "demo", ...words], { stdio: ["ignore", "ignore", "pipe"] });
    // Others copy what has this name, and the folder of the making stays to say that it was begun.
    cpSync(`${made}.new`, `${made}.whole`, { recursive: true });
    renameSync(`${made}.whole`, made);
  }
  while (!existsSync(made)) await new Promise((resolve) => setTimeout(resolve, 200));
  return made;
}

/** Starts a server with an administrator and, where named, further people. */
export async function serve(given: Start = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-browser-"));
  const database = join(folder, DATABASE);
  const tandem = (words: string[], input = "") =>
    execFileSync(TANDEM, ["--db", database, ...words], { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  // The whole folder: what was written last may still be in the log beside the file.
  if (given.demo !== undefined) cpSync(await demoCompany(given.demo), folder, { recursive: true });
  given.prepare?.({ tandem, folder });
  for (const role of new Set<Person>(["admin", ...(given.people ?? [])])) {
    const { email, name, password } = people[role];
    tandem(["user", "add", email, "--name", name, "--role", role], password);
  }
  const address = `127.0.0.1:${await freePort()}`;
  const words = ["--db", database, "serve", "--addr", address, "--uploads", join(folder, "uploads")];
  const start = async () => {
    const child = spawn(TANDEM, words, { stdio: "ignore" });
    await answers(`http://${address}`, child);
    return child;
  };
  let child = await start();
  const end = async (how: "SIGTERM" | "SIGKILL") => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(how);
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
  };
  const crash = async () => {
    await end("SIGKILL");
    child = await start();
  };
  const stop = async () => {
    await end("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://${address}`, folder, tandem, crash, stop };
}

/** Starts a browser that talks to nobody but the server under test. */
export function browse(): Promise<Browser> {
  const args = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic",
    // A page of a test lives for seconds: compiling its scripts better costs more than it saves.
    "--js-flags=--no-opt,--no-maglev",
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
  opened.push(page);
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|key.+is missing|unique "key"/i.test(message.text())) broken.push(message.text());
  });
  return page;
}

const broken: string[] = [];
const opened: Page[] = [];

/** What the pages of a failed test show, for whoever has only the text of a run. */
afterEach(async ({ task }) => {
  const pages = opened.splice(0).filter((page) => !page.isClosed());
  if (task.result?.state !== "fail") opened.push(...pages);
  else for (const [at, page] of pages.entries()) {
    const shown = await page.innerText("main", { timeout: 1_000 }).catch(() => "no page");
    process.stderr.write(`${task.name}: ${page.url()} shows\n${shown.slice(0, SHOWN_LETTERS)}\n`);
    await picture(page, `failed-${task.name}-${at}`.replaceAll(/[^a-z0-9]+/gi, "-"));
  }
});

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

/** What is asked of a page: all rules for accessible pages, or all but contrast, which takes half of the time. */
type Asked = "all" | "structure";

/** No violation of the rules for accessible pages. */
export async function expectAccessible(page: Page, where: string, asked: Asked = "all"): Promise<void> {
  const isThere = await page.evaluate("typeof window.axe !== 'undefined'");
  if (isThere !== true) await page.evaluate(axe);
  // What was just filled or clicked is drawn by the frame after the next.
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  // A button that has just become usable takes its colour over a moment.
  await page.evaluate("Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished))");
  const options = JSON.stringify({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: asked === "all" } } });
  const found = (await page.evaluate(`axe.run(document, ${options}).then((result) => result.violations)`)) as Violation[];
  const told = found.flatMap((violation) => violation.nodes.map((node) => `${where}: ${violation.id} at ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
  expect(told).toEqual([]);
}

/** The page itself does not scroll sideways; wide tables scroll inside of themselves. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const over = () => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  // A page whose window has just become narrow is laid out anew in the frames that follow.
  await expect.poll(over, { message: `${where} is wider than the screen by`, timeout: 3_000 }).toBeLessThanOrEqual(0);
}

/** What is computed anew takes its time in a program that is not optimised, on a machine that does other things as well. */
const LOAD_MS = 60_000;

/** Waits until everything has been loaded and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: LOAD_MS });
  await page.waitForFunction(() => document.querySelector("h1") !== null && document.querySelector(".mantine-Skeleton-root") === null);
}

/** Looks at an address as everybody may: in both languages, each wide and then narrow, each scheme at both widths. */
export async function lookAtAll(browser: Browser, server: Server, address: string, name: string, person: Person = "admin"): Promise<void> {
  for (const [language, wide, narrow] of [["en", "light", "dark"], ["zh-Hant", "dark", "light"]] as const) {
    const page = await open(browser, server, { language, scheme: wide, width: 1440 });
    if (address !== "/sign-in") await signIn(page, person, language);
    await page.goto(address);
    await settled(page);
    expect(await page.getAttribute("html", "lang")).toBe(language);
    await lookAt(page, `${name} ${language} ${wide} 1440`, "all");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: narrow });
    // Loaded anew: a page that changes its scheme while it is shown has words of both for a moment.
    await page.reload();
    await settled(page);
    // The wide pages have shown the colours of both schemes.
    await lookAt(page, `${name} ${language} ${narrow} 390`, "structure");
    await page.context().close();
  }
  expectNoErrors();
}

/** What holds for every page at every width. */
async function lookAt(page: Page, where: string, asked: Asked): Promise<void> {
  await picture(page, where.replaceAll(" ", "-"));
  await expectNoSidewaysScroll(page, where);
  await expectAccessible(page, where, asked);
}

/** Takes a picture of a page where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** Takes a picture of a part of a page where pictures are wanted, for the guides. */
export async function pictureOf(part: Locator, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await part.screenshot({ path: join(PICTURES, `${name}.png`) });
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
