// Staffing: the own page with a questionnaire that can be taken back, who looked, the team, a proposal that decides nothing, and what scores can tell.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done, main, PREPARE_MS, STORY_MS, visit } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, type Look, open, picture, serve, type Server, settled, signIn } from "./support";

const SELLER = "daniel.keller@acme.example";
const MANAGER = "marcus.reed@acme.example";
const OTHER_MANAGER = "chia-ying.lin@acme.example";
const HEAD = "olivia@acme.example";
let fresh: Server;
let demo: Server;
let browser: Browser;

beforeAll(async () => {
  [fresh, demo, browser] = await Promise.all([
    serve({ people: ["hunter", "manager"] }),
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


interface Mine {
  person: { seller: { id: string; name: string }; answers: Record<string, number>; looks: { by: string }[] };
}

async function mine(page: Page): Promise<Mine["person"]> {
  return ((await (await page.request.get("/api/v1/staffing/me")).json()) as Mine).person;
}

test("where nobody sells yet, every page says what to do next", async () => {
  const page = await open(browser, fresh);
  await signIn(page);
  for (const [address, heading] of [
    ["/staffing", "You do not sell"], ["/staffing/team", "Nobody to see here"], ["/staffing/proposals", "No proposal yet"],
  ] as const) {
    await page.goto(address);
    await settled(page);
    await main(page).getByRole("heading", { name: heading }).waitFor();
    expect(await main(page).getByRole("link").count()).toBeGreaterThan(4);
    await expectAccessible(page, heading);
  }
  await done(page);
}, STORY_MS);

test("a seller takes answers back, answers again by keyboard with consent, says a wish, and sees who looked", async () => {
  const page = await as(SELLER, "/staffing");
  await main(page).getByRole("heading", { name: "Who looked" }).waitFor();
  expect((await mine(page)).looks.length).toBeGreaterThan(0);
  await main(page).getByText("looked at your profile").first().waitFor();
  await page.getByRole("button", { name: "Take my answers back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take my answers back" }).click();
  await page.getByRole("button", { name: "Answer the questionnaire" }).waitFor();
  expect((await mine(page)).answers).toEqual({});
  await page.getByRole("button", { name: "Answer the questionnaire" }).click();
  const first = page.getByRole("group", { name: "Finish things despite obstacles in the way." });
  await first.getByText("4", { exact: true }).click();
  await page.getByRole("group", { name: "Give up easily." }).getByText("2", { exact: true }).click();
  await page.getByText("Where the sentences come from").first().click();
  await main(page).getByText("licence: public domain", { exact: false }).first().waitFor();
  await expectAccessible(page, "questionnaire");
  const save = page.getByRole("button", { name: "Save my answers" });
  expect(await save.isDisabled()).toBe(true);
  await page.getByRole("checkbox", { name: /^I agree/ }).press("Space");
  await save.press("Enter");
  await page.getByRole("button", { name: "Take my answers back" }).waitFor();
  expect((await mine(page)).answers).toEqual({ p1: 4, p3: 2 });
  await page.getByRole("radiogroup", { name: "Account manager", exact: true }).getByLabel("I want it").check();
  await page.getByRole("textbox", { name: "A word to your profile" }).fill("Two hard customers in one year.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "It is saved." }).waitFor();
  await expectAccessible(page, "own page");
  await done(page);
  const manager = await as(MANAGER, "/staffing/team");
  await main(manager).getByRole("link", { name: "Daniel Keller" }).click();
  await main(manager).getByText("Two hard customers in one year.").waitFor();
  expect(await main(manager).getByRole("heading", { name: "Who looked" }).count()).toBe(0);
  await done(manager);
}, STORY_MS);

test("a manager assesses, plans what is learned, and the person reads both", async () => {
  const page = await as(MANAGER, "/staffing/team");
  await expectAccessible(page, "team");
  await main(page).getByRole("link", { name: "Hannah Iyer" }).click();
  await main(page).getByRole("button", { name: "Assess: Renewing" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^4 ·/ }).check();
  await dialog.getByRole("textbox", { name: "What makes you think so" }).fill("Led five in the spring.");
  await expectAccessible(page, "assessing");
  await dialog.getByRole("button", { name: "Save" }).click();
  await main(page).getByRole("img", { name: "Renewing: level 4 of 4, needed 3" }).waitFor();
  await main(page).getByRole("button", { name: "Plan something" }).click();
  await main(page).getByRole("textbox", { name: "How" }).fill("A large renewal together.");
  await main(page).getByRole("button", { name: "Plan something" }).click();
  await main(page).getByText("A large renewal together.").waitFor();
  await expectAccessible(page, "person");
  await done(page);
  const own = await as("hannah.iyer@acme.example", "/staffing");
  await main(own).getByText("A large renewal together.").waitFor();
  await main(own).getByRole("button", { name: "Done today: A large renewal together." }).click();
  await own.getByRole("status").filter({ hasText: "It is kept." }).waitFor();
  await main(own).getByText("All that was said").click();
  await main(own).getByText("Led five in the spring.", { exact: false }).waitFor();
  await done(own);
}, STORY_MS);

test("a proposal says who could sit where, what else it could be and costs; a lock is solved again; a decision is only written down", async () => {
  const page = await as(MANAGER, "/staffing/proposals");
  await main(page).getByRole("link", { name: "Two roles from next quarter" }).click();
  const ways = main(page).getByRole("group", { name: "Three ways to do it" }).getByRole("button");
  await ways.first().waitFor();
  expect(await ways.count()).toBe(3);
  await expectAccessible(page, "proposal");
  await ways.nth(2).click();
  await main(page).getByText("in “relationships first”", { exact: false }).waitFor();
  await ways.first().click();
  const hunters = main(page).getByRole("region", { name: "Hunter", exact: true });
  const why = hunters.getByRole("button", { name: /^Why, and what else/ }).first();
  const name = ((await why.getAttribute("aria-label")) ?? "").replace("Why, and what else: ", "");
  await why.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("points less", { exact: false }).or(dialog.getByText("as good", { exact: false })).first().waitFor();
  await expectAccessible(page, "why");
  await dialog.getByRole("combobox", { name: "Decide the role" }).click();
  await page.getByRole("option", { name: "Inside account manager" }).click();
  await main(page).getByRole("region", { name: "Inside account manager", exact: true }).getByText(name, { exact: true }).waitFor();
  await main(page).getByRole("textbox", { name: "Why" }).fill("Both asked for it.");
  await main(page).getByRole("button", { name: "Write it down" }).click();
  await main(page).getByText("Nobody's role changed by this.", { exact: false }).waitFor();
  expect(await main(page).getByRole("button", { name: "Solve again" }).count()).toBe(0);
  await expectAccessible(page, "decided");
  await done(page);
  const own = await as(SELLER, "/staffing");
  await main(own).getByText("Both asked for it.", { exact: false }).waitFor();
  await done(own);
}, STORY_MS);

test("a proposal is made from the people needed", async () => {
  const page = await as(OTHER_MANAGER, "/staffing/proposals", { language: "zh-Hant" });
  await page.getByRole("button", { name: "建立配置建議" }).click();
  await page.getByRole("textbox", { name: "名稱" }).fill("下一季");
  await page.getByRole("button", { name: "產生建議" }).click();
  await page.waitForURL(/\/staffing\/proposals\/\d+$/);
  await main(page).getByRole("heading", { name: "三種做法" }).waitFor();
  await expectAccessible(page, "made");
  await done(page);
}, STORY_MS);

const LOOKS = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "en", scheme: "dark", width: 390 },
  { language: "zh-Hant", scheme: "light", width: 390 },
  { language: "zh-Hant", scheme: "dark", width: 1440 },
] as const;

test.each(LOOKS)("pages are calm and fit at $width in $language, $scheme", async (look) => {
  const places = [
    [SELLER, "/staffing", "own"], [MANAGER, "/staffing/team", "team"], [MANAGER, "/staffing/proposals/1", "proposal"],
    [HEAD, "/staffing/limits", "limits"],
  ] as const;
  for (const [who, address, name] of places) {
    const page = await as(who, address, look);
    await main(page).getByRole("heading").nth(1).waitFor();
    await settled(page);
    await expectNoSidewaysScroll(page, `${name} ${look.language} ${look.width}`);
    await expectAccessible(page, `${name} ${look.language} ${look.width}`);
    await picture(page, `staffing-${name}-${look.language}-${look.width}`);
    await done(page);
  }
}, 2 * STORY_MS);
