// Align: a draft from the record, proposals side by side, work on one by keyboard and by lasso, a manager's challenge, adoption and taking it back, drift.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done, main, PREPARE_MS, STORY_MS, visit } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, type Look, open, picture, serve, type Server, settled, signIn } from "./support";

const PAUSE_MS = 250;
const HEAD = "olivia@acme.example";
const MANAGER = "marcus.reed@acme.example";
let fresh: Server;
let demo: Server;
let browser: Browser;

beforeAll(async () => {
  [fresh, demo, browser] = await Promise.all([serve(), serve({ demo: ["--customers", "120"] }), browse()]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await Promise.all([fresh.stop(), demo.stop()]);
});

/** A page of the demo company, seen by one of its people. */
function as(email: string, address: string, look?: Look): Promise<Page> {
  return visit(browser, demo, email, address, look);
}

const status = (page: Page, text: RegExp | string) => page.getByRole("status").filter({ hasText: text }).first().waitFor();

interface Line {
  id: string;
  state: string;
}

async function lines(page: Page): Promise<{ draft: string; adopted: string }> {
  const { items } = (await (await page.request.get("/api/v1/alignments")).json()) as { items: Line[] };
  const of = (state: string) => items.find((line) => line.state === state)?.id ?? "";
  return { draft: of("draft"), adopted: of("adopted") };
}

test("where nothing is aligned yet, a draft is made and says what it lacks", async () => {
  const page = await open(browser, fresh);
  await signIn(page);
  await page.goto("/align");
  await settled(page);
  await main(page).getByRole("heading", { name: "No alignment yet" }).waitFor();
  await expectAccessible(page, "empty");
  await main(page).getByRole("button", { name: "New alignment" }).click();
  await main(page).getByRole("textbox", { name: "Name" }).fill("First try");
  await expectAccessible(page, "drafting");
  await main(page).getByRole("button", { name: "Draft it" }).press("Enter");
  await main(page).getByText("Nobody is an account manager in the field: say below who shall be.").waitFor();
  expect(await main(page).getByRole("button", { name: "Find proposals" }).isDisabled()).toBe(true);
  await main(page).getByRole("button", { name: "Delete" }).click();
  await status(page, "The draft is deleted.");
  await done(page);
}, STORY_MS);

test("proposals lie side by side; units are locked by keyboard and by lasso, and the rest is solved again", async () => {
  const page = await as(HEAD, "/align");
  await main(page).getByRole("link", { name: "Two roles, next quarter" }).click();
  await main(page).getByRole("heading", { name: /^\d proposals$/ }).waitFor();
  expect(await main(page).getByRole("columnheader").count()).toBeGreaterThanOrEqual(3);
  await main(page).getByRole("heading", { name: "What the data lack" }).waitFor();
  await expectAccessible(page, "proposals");
  await main(page).getByRole("link", { name: "Open “Balanced”" }).click();
  await settled(page);
  const table = main(page).getByRole("group", { name: "Units" });
  await table.getByRole("row").nth(1).waitFor();
  await expectAccessible(page, "proposal");
  // What keeping costs opens to what it is made of.
  await main(page).getByText("Moved", { exact: true }).click();
  const why = table.getByRole("button", { name: /^What keeping/ }).first();
  await why.press("Enter");
  await page.getByText(/all else as proposed:$/).waitFor();
  await page.keyboard.press("Escape");
  await main(page).getByText("All", { exact: true }).click();
  const box = table.getByRole("checkbox").first();
  const name = ((await box.getAttribute("aria-label")) ?? "").replace("Choose ", "");
  await box.press("Space");
  const bar = main(page).getByRole("region", { name: "Chosen units" });
  await bar.getByText("1 unit chosen").waitFor();
  await bar.getByRole("textbox", { name: "Why" }).fill("Their contract says so.");
  await bar.getByRole("combobox", { name: "Account manager" }).click();
  await page.getByRole("option").first().click();
  await expectAccessible(page, "chosen");
  await bar.getByRole("button", { name: "Give to" }).press("Enter");
  await status(page, /Solved again in/);
  await table.getByRole("row").filter({ hasText: name }).getByText("locked").first().waitFor();
  // By lasso around everything.
  await main(page).getByRole("button", { name: "Lasso" }).click();
  const map = main(page).getByRole("img", { name: /^Map of/ });
  await map.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const corners: [number, number][] = [[0.02, 0.02], [0.98, 0.02], [0.98, 0.98], [0.02, 0.98], [0.02, 0.1]];
  const [[left, top]] = corners as [[number, number]];
  await page.mouse.move(x + left * width, y + top * height);
  await page.mouse.down();
  for (const [right, down] of corners) {
    await page.mouse.move(x + right * width, y + down * height, { steps: 4 });
    // Somebody who thinks on the way.
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.mouse.up();
  await expect.poll(async () => Number.parseInt((await bar.getByText(/units? chosen/).textContent()) ?? "0", 10), { timeout: 10_000 }).toBeGreaterThan(1);
  await main(page).getByRole("button", { name: "Choose none" }).click();
  await done(page);
}, STORY_MS);

test("a language is named, who has it and which customers need it, and what nobody needs is told", async () => {
  const page = await as(HEAD, "/align");
  const { draft } = await lines(page);
  await page.goto(`/align/${draft}`);
  await settled(page);
  const panel = main(page).getByRole("region", { name: "Languages and skills" });
  await panel.getByRole("group", { name: "Japanese" }).getByText(/units? needs? it, \d account managers? ha(s|ve) it/).waitFor();
  await panel.getByRole("button", { name: "Add a language or skill" }).press("Enter");
  const added = panel.getByRole("group", { name: "New language or skill" });
  await added.getByRole("combobox", { name: "Who has it" }).click();
  await page.getByRole("option").first().click();
  await page.keyboard.press("Escape");
  await panel.getByRole("textbox", { name: "Language or skill", exact: true }).last().fill("Esperanto");
  await expectAccessible(page, "skills");
  await panel.getByRole("button", { name: "Save skills" }).click();
  await status(page, "It is saved.");
  await main(page).getByText("1 language or skill that no unit needs").waitFor();
  // As it was, so that its proposals can still be adopted.
  await panel.getByRole("button", { name: "Remove Esperanto" }).press("Enter");
  await panel.getByRole("button", { name: "Save skills" }).click();
  await main(page).getByText("1 language or skill that no unit needs").waitFor({ state: "detached" });
  await page.goto(`/align/${draft}/balanced`);
  await settled(page);
  await main(page).getByText("Units with somebody who lacks a skill").waitFor();
  await done(page);
}, STORY_MS);

test("a manager challenges a move, and the answer lets the unit stay", async () => {
  const manager = await as(MANAGER, "/align");
  const { draft } = await lines(manager);
  await manager.goto(`/align/${draft}/balanced`);
  await settled(manager);
  expect(await main(manager).getByRole("button", { name: "Give to" }).count()).toBe(0);
  const challenge = main(manager).getByRole("button", { name: /^Challenge the move of/ }).first();
  const name = ((await challenge.getAttribute("aria-label")) ?? "").replace("Challenge the move of ", "");
  await challenge.press("Enter");
  const dialog = manager.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Why" }).fill("They know each other for years.");
  await expectAccessible(manager, "challenging");
  await dialog.getByRole("button", { name: "Say so" }).click();
  await status(manager, "It is said");
  await done(manager);
  const head = await as(HEAD, `/align/${draft}/balanced`);
  const row = main(head).getByRole("region", { name: "Challenges" }).getByRole("listitem").filter({ hasText: name }).filter({ hasText: "for years" });
  await row.getByRole("textbox", { name: "Your answer" }).fill("Agreed for this year.");
  await row.getByRole("button", { name: "It moves all the same" }).click();
  await status(head, "It is answered.");
  await row.getByText("Agreed for this year.").waitFor();
  await expectAccessible(head, "challenges");
  await done(head);
}, STORY_MS);

test("what adopting would do is shown, done in one go, and taken back before its day", async () => {
  const page = await as(HEAD, "/align");
  const { draft } = await lines(page);
  await page.goto(`/align/${draft}/steady/adopt`);
  await settled(page);
  if ((await main(page).getByText("Behind its locks").count()) > 0) {
    await page.goto(`/align/${draft}/steady`);
    await main(page).getByRole("button", { name: "Bring it up to date" }).click();
    await status(page, /Solved again in/);
    await page.goto(`/align/${draft}/steady/adopt`);
    await settled(page);
  }
  await main(page).getByRole("heading", { name: "Who hands what to whom" }).waitFor();
  await expectAccessible(page, "adoption");
  await picture(page, "alignments-adopt-en-1440");
  const adopt = main(page).getByRole("button", { name: "Adopt from this day" });
  expect(await adopt.isDisabled()).toBe(true);
  await main(page).getByRole("textbox", { name: "Why" }).fill("The board decided on two roles.");
  await adopt.click();
  await status(page, /^Adopted; \d+ handoffs are proposed/);
  await main(page).getByText("“The board decided on two roles.”").waitFor();
  await settled(page);
  await expectAccessible(page, "adopted");
  await main(page).getByRole("textbox", { name: /^Why take it back/ }).fill("One more round with the managers.");
  await main(page).getByRole("button", { name: "Take it back" }).press("Enter");
  await status(page, /^Taken back; \d+ handoffs are called off/);
  await main(page).getByRole("heading", { name: "What the data lack" }).waitFor();
  await done(page);
}, STORY_MS);

test("what was adopted is watched, and every page is readable in both languages and on a phone", async () => {
  const page = await as(HEAD, "/align");
  const { draft, adopted } = await lines(page);
  await done(page);
  const looks: Required<Look>[] = [
    { language: "en", scheme: "light", width: 1440 },
    { language: "zh-Hant", scheme: "dark", width: 390 },
  ];
  for (const look of looks) {
    for (const [address, name] of [["/align", "list"], [`/align/${draft}`, "draft"], [`/align/${draft}/balanced`, "proposal"], [`/align/${adopted}`, "adopted"]] as const) {
      const shown = await as(HEAD, address, look);
      const where = `alignments-${name}-${look.language}-${look.width}`;
      await picture(shown, where);
      await expectNoSidewaysScroll(shown, where);
      await expectAccessible(shown, where);
      await done(shown);
    }
  }
}, STORY_MS);
