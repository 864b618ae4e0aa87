// Decide: scenarios side by side, levers, a comparison with its progress, its answer and what turns it, a search, the way to the rules, the
// plan, the report on paper, and what the record tells.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done, main, PREPARE_MS, STORY_MS, visit } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, type Look, open, picture, pictureOf, serve, type Server, settled, signIn } from "./support";

const HEAD = "olivia@acme.example";
const MANAGER = "marcus.reed@acme.example";
const SELLER = "daniel.keller@acme.example";
const VIEWER = "viewer@acme.example";
const ONE = "One role as today";
const TWO = "Two roles, handoff after a quarter";
const COACHED = "One role with coaching and incentives";
let fresh: Server;
let demo: Server;
let browser: Browser;

beforeAll(async () => {
  [fresh, demo, browser] = await Promise.all([
    serve({ people: ["hunter"] }),
    serve({ demo: ["--customers", "120"] }),
    browse(),
  ]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await Promise.all([fresh.stop(), demo.stop()]);
});

/** A page of the demo company, seen by one of its people. */
function as(email: string, address: string, look?: Look): Promise<Page> {
  return visit(browser, demo, email, address, look);
}


interface Study {
  state: string;
  runs_done: number;
}

async function study(page: Page): Promise<Study> {
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return (await (await page.request.get(`/api/v1/designs/studies/${id}`)).json()) as Study;
}

/** The cell of a row in a table, by the row's name and the column's place after it. */
const cell = (page: Page, table: string, row: string, at: number) =>
  main(page).getByRole("table", { name: table }).getByRole("row").filter({ hasText: row }).getByRole("cell").nth(at);

test("a company without scenarios begins with three, and a seller is told whose page this is", async () => {
  const seller = await open(browser, fresh);
  await signIn(seller, "hunter");
  await seller.goto("/decide");
  await settled(seller);
  await seller.getByRole("main").getByRole("heading", { name: "This page is for those who decide for everybody" }).waitFor();
  expect(await seller.getByRole("navigation").getByRole("link", { name: "Decide" }).count()).toBe(0);
  await expectAccessible(seller, "seller");
  await picture(seller, "designs-seller");
  await done(seller);
  const page = await open(browser, fresh);
  await signIn(page);
  await page.goto("/decide");
  await settled(page);
  await expectAccessible(page, "empty");
  await page.getByRole("button", { name: "Begin with three scenarios" }).click();
  await main(page).getByText(COACHED).waitFor();
  expect(await main(page).getByRole("checkbox").count()).toBe(3);
  await done(page);
}, STORY_MS);

test("levers move effort and outcome, and what was tried is kept as a scenario", async () => {
  const page = await as(MANAGER, "/decide/try");
  const table = "Side by side";
  await main(page).getByRole("table", { name: table }).waitFor();
  const before = await cell(page, table, "Customers won", 2).innerText();
  const hunting = main(page).getByRole("table").filter({ hasText: "New business" }).getByRole("row").last();
  const effort = await hunting.innerText();
  const coaching = page.getByRole("slider", { name: "New business protected by coaching and incentives" });
  await coaching.focus();
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => cell(page, table, "Customers won", 2).innerText(), { timeout: 15_000 }).not.toBe(before);
  expect(await hunting.innerText()).not.toBe(effort);
  await expectAccessible(page, "levers");
  await pictureOf(main(page).getByRole("region", { name: "Levers" }), "decide-levers");
  await page.getByRole("slider", { name: "Hunters" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Keep as a scenario" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Tried on the levers");
  await dialog.getByRole("textbox", { name: "What differs" }).fill("team: [0, 5, 5]");
  await dialog.getByRole("alert").waitFor();
  expect(await dialog.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  await dialog.getByRole("textbox", { name: "What differs" }).fill("team: [0, 5, 5, 2]");
  await dialog.getByRole("alert").waitFor({ state: "detached" });
  await expectAccessible(page, "scenario form");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").filter({ hasText: "The scenario is kept" }).waitFor();
  await done(page);
}, STORY_MS);

test("a search goes on after the server fell over, shows how far it is, and is cancelled", async () => {
  const page = await as(MANAGER, "/decide");
  await page.getByRole("checkbox", { name: `Choose “${TWO}”` }).check();
  await page.getByRole("textbox", { name: "Seats at most" }).fill("40");
  await page.getByRole("button", { name: "Search the best plan" }).click();
  await page.getByRole("progressbar", { name: "Lives played" }).waitFor();
  await expect.poll(async () => (await study(page)).runs_done, { timeout: 20_000 }).toBeGreaterThan(0);
  await expectAccessible(page, "running");
  await picture(page, "designs-running");
  await demo.crash();
  const { runs_done: before } = await study(page);
  await expect.poll(async () => (await study(page)).runs_done, { timeout: 20_000 }).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await main(page).getByText("Nothing of it was kept.", { exact: false }).waitFor();
  expect((await study(page)).state).toBe("cancelled");
  await expectAccessible(page, "cancelled");
  await done(page);
}, STORY_MS);

test("a comparison says in a sentence what is better and how sure that is, what it hangs on and what would turn it", async () => {
  const page = await as(HEAD, "/decide");
  for (const name of [ONE, TWO, COACHED]) await page.getByRole("checkbox", { name: `Choose “${name}”` }).check();
  await page.getByRole("button", { name: "Compare the chosen" }).click();
  await main(page).getByRole("heading", { name: "The answer", exact: true }).waitFor({ timeout: 60_000 });
  await main(page).getByText(/is worth more than|Nobody can tell/).waitFor();
  await main(page).getByText(/It hinges most on: .+(You have not measured that one|Your record tells that one)/).waitFor();
  await main(page).getByText(/The other answer would be right if|No single parameter turns the answer/).waitFor();
  const tornado = main(page).getByRole("group", { name: "What the answer hangs on" });
  expect(await tornado.getByRole("row").count()).toBeGreaterThan(8);
  for (const fan of ["ARR", "Recurring revenue kept", "Customers won so far", "Cost so far", "Contribution so far", "Share of hours for new business"]) {
    expect(await main(page).getByRole("img", { name: new RegExp(`^${fan}`) }).locator("polygon").count()).toBe(6);
  }
  await expectAccessible(page, "answer");
  await picture(page, "designs-answer-en");
  await pictureOf(main(page).getByRole("region", { name: "What the answer hangs on" }), "decide-tornado");
  await pictureOf(main(page).getByRole("region", { name: "The answer", exact: true }), "decide-answer");
  await pictureOf(main(page).getByRole("region", { name: "How far lives lie apart" }), "decide-values");
  await pictureOf(main(page).getByRole("region", { name: "ARR", exact: true }), "decide-fan");
  // On paper: a document of its own of a few pages.
  await page.emulateMedia({ media: "print" });
  const paper = page.locator("[data-paper]");
  await paper.getByText(/is worth more than|Nobody can tell/).waitFor();
  expect(await main(page).isVisible()).toBe(false);
  expect(sheets(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: "screen" });
  await done(page);
}, STORY_MS);

/** Sheets of a document, by its page objects. */
function sheets(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("the timing goes into a draft of the rules, and the decision becomes the plan until it is taken back", async () => {
  const page = await as(HEAD, "/decide");
  await main(page).getByRole("link", { name: /^Search from/ }).last().click();
  await main(page).getByRole("heading", { name: "The best plans" }).waitFor();
  await expectAccessible(page, "search");
  await picture(page, "designs-search-en");
  await page.getByLabel("From", { exact: true }).fill("2026-07-01");
  await page.getByRole("textbox", { name: "Why" }).fill("The search and the team agree.");
  await page.getByRole("button", { name: "Take as the plan" }).click();
  await page.waitForURL(/\/decide$/);
  const plan = main(page).getByRole("region", { name: "The plan", exact: true });
  await plan.getByText("The search and the team agree.", { exact: false }).waitFor();
  expect(await plan.getByRole("img").locator("polygon").count()).toBe(2);
  await expectAccessible(page, "plan");
  await picture(page, "designs-plan-en");
  await pictureOf(plan, "decide-plan");
  const viewer = await as(VIEWER, "/decide");
  await main(viewer).getByRole("heading", { name: "The plan", exact: true }).waitFor();
  expect(await main(viewer).getByRole("button", { name: /Take back|Compare|Search the best|New scenario/ }).count()).toBe(0);
  await done(viewer);
  await plan.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await plan.waitFor({ state: "detached" });
  await main(page).getByRole("link", { name: /^Comparison/ }).last().click();
  const draft = page.getByRole("button", { name: "Draft rules with this timing" });
  await main(page).getByRole("heading", { name: "The answer", exact: true }).waitFor();
  await draft.click();
  await page.waitForURL(/\/rules\/editor$/);
  await main(page).getByText("time since the first sale is at least 3 months", { exact: false }).first().waitFor();
  await picture(page, "designs-rules-en");
  await done(page);
}, STORY_MS);

test("the record says what it tells, what it cannot, and whether it would have predicted its last year", async () => {
  const page = await as(MANAGER, "/decide/record");
  await main(page).getByRole("heading", { name: "What your record tells" }).waitFor();
  const told = main(page).getByRole("table", { name: "What your record tells" });
  expect(await told.getByRole("row").count()).toBeGreaterThan(5);
  const rest = main(page).getByRole("table", { name: "What it cannot tell" });
  expect(await rest.getByText("Nothing in a record tells it.").count()).toBeGreaterThan(10);
  await main(page).getByText(/with 80 % intervals: \d+ of \d+ held/).waitFor();
  await expectAccessible(page, "record");
  await done(page);
}, STORY_MS);

test("a seller of the company is told whose page this is", async () => {
  const page = await as(SELLER, "/decide");
  await main(page).getByRole("heading", { name: "This page is for those who decide for everybody" }).waitFor();
  await done(page);
}, STORY_MS);

const LOOKS = [
  { language: "en", scheme: "dark", width: 390 },
  { language: "zh-Hant", scheme: "light", width: 390 },
  { language: "zh-Hant", scheme: "dark", width: 1440 },
  { language: "en", scheme: "light", width: 1440 },
] as const;

test.each(LOOKS)("pages are calm and fit at $width in $language, $scheme", async (look) => {
  const places = [["/decide", "scenarios"], ["/decide/try", "try"], ["/decide/record", "record"], ["/decide/studies/1", "comparison"], ["/decide/studies/2", "search"]] as const;
  const page = await as(HEAD, "/decide", look);
  for (const [address, name] of places) {
    await page.goto(address);
    await main(page).getByRole("heading").nth(1).waitFor();
    await settled(page);
    await expectNoSidewaysScroll(page, `${name} ${look.language} ${look.width}`);
    await expectAccessible(page, `${name} ${look.language} ${look.width}`);
    await picture(page, `designs-${name}-${look.language}-${look.width}`);
  }
  await done(page);
}, 2 * STORY_MS);
