// Rules of engagement: from nothing to a guideline in force, as a form and as text, tried, adopted, withdrawn.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acme, ago } from "./acme";
import { ask, done, main, PREPARE_MS, STORY_MS } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, files, lookAtAll, open, picture, serve, type Server, settled, signIn } from "./support";

/** A company that has no rules yet. */
let fresh: Server;
/** The demo company, which has. */
let demo: Server;
let browser: Browser;

beforeAll(async () => {
  [fresh, demo, browser] = await Promise.all([
    serve({
      people: ["hunter"],
      prepare: ({ tandem, folder }) => {
        files(`${folder}/acme`, acme());
        tandem(["import", `${folder}/acme`]);
      },
    }),
    serve({ demo: ["--customers", "120"] }),
    browse(),
  ]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await Promise.all([fresh.stop(), demo.stop()]);
});

async function at(server: Server, address: string, look: Parameters<typeof open>[2] = {}, person: "admin" | "hunter" = "admin"): Promise<Page> {
  const page = await open(browser, server, look);
  await signIn(page, person, look.language ?? "en");
  await page.goto(address);
  await settled(page);
  return page;
}

interface Versions {
  versions: { id: string; name: string; version: string; state: string; document: string }[];
}
interface Tried {
  answers: Record<"hand_off" | "keep" | "ask", { units: number; arr: number }>;
}
const trial = (page: Page) => page.getByRole("region", { name: "What it would do today" });

/** Waits until the numbers beside the draft are those that the server gives for its text. */
async function expectTried(page: Page): Promise<Tried["answers"]> {
  const [answer] = await Promise.all([page.waitForResponse((response) => response.url().endsWith("/rules/try") && response.ok()), page.waitForTimeout(1)]);
  const { answers } = (await answer.json()) as Tried;
  for (const [name, key] of [["Hand off", "hand_off"], ["Keep", "keep"], ["Ask", "ask"]] as const) {
    await trial(page).getByRole("listitem").filter({ hasText: new RegExp(`^${name}${answers[key].units}\\D`) }).waitFor();
  }
  return answers;
}

test("where no rules are in force, three guidelines are offered, and others are told who adopts", async () => {
  const page = await at(fresh, "/rules");
  await main(page).getByRole("heading", { name: "No rules are in force yet" }).waitFor();
  expect(await main(page).getByRole("button", { name: /^Begin with/ }).count()).toBe(4);
  await picture(page, "rules-empty");
  await expectAccessible(page, "no rules");
  await done(page);
  const other = await at(fresh, "/rules", {}, "hunter");
  await main(other).getByText("Nobody has adopted a guideline yet.", { exact: false }).waitFor();
  expect(await main(other).getByRole("button").count()).toBe(0);
  await done(other);
}, STORY_MS);

test("from the usual guideline to a version in force: a row is changed, tried, kept over a reload, and adopted", async () => {
  const page = await at(fresh, "/rules");
  const first = expectTriedAfter(page, () => page.getByRole("button", { name: "Begin with “The usual guideline”" }).click());
  await page.waitForURL(/\/rules\/editor$/);
  const before = await first;
  const rules = page.getByRole("region", { name: "Rules", exact: true });
  expect(await rules.getByRole("listitem").count()).toBe(7);
  await rules.getByText("If penetration is at least 40%:").waitFor();

  // A fact is found by a word of what it says, the relation and the value fit its kind.
  await page.getByRole("button", { name: "Change forty-percent", exact: true }).click();
  await page.getByRole("combobox", { name: "Fact of condition 1" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("paid subscription");
  await page.getByRole("option", { name: /Time since the first sale/ }).first().click();
  await page.getByText("A condition has no value yet.").waitFor();
  await trial(page).getByText("One thing is still open", { exact: false }).waitFor();
  await page.getByRole("combobox", { name: "Comparison of condition 1" }).click();
  await page.getByRole("option", { name: "is more than" }).click();
  await expectTriedAfter(page, () => page.getByLabel("Value of condition 1").fill("4.5"));
  await rules.getByText("If time since the first sale is more than 4.5 months:").waitFor();
  // Nothing is known of potential and health here: without what asks for them, units are handed off.
  expect(before.hand_off.units).toBe(0);
  for (const name of ["fully-developed", "unhappy", "escalated", "unpaid", "near-renewal"]) await page.getByRole("button", { name: `Remove ${name}` }).click();
  const changed = await expectTriedAfter(page, () => page.getByRole("button", { name: "Remove changed-this-year" }).click());
  expect(changed.hand_off.units).toBeGreaterThan(0);
  await expectAccessible(page, "the editor");
  await picture(page, "rules-editor");

  await page.reload();
  await settled(page);
  await rules.getByText("If time since the first sale is more than 4.5 months:").waitFor();

  await page.getByRole("button", { name: "Adopt…" }).click();
  const window = page.getByRole("dialog");
  await window.getByText(`${changed.hand_off.units} units of`, { exact: false }).waitFor();
  await picture(page, "rules-adopt");
  await expectAccessible(page, "adopting");
  await window.getByRole("button", { name: /^Adopt from/ }).click();
  await page.getByText("is adopted and counts from", { exact: false }).waitFor();
  await page.getByRole("link", { name: "In force", exact: true }).click();
  await main(page).getByText("If time since the first sale is more than 4.5 months:").waitFor();
  const { versions } = await ask<Versions>(page, "/rules");
  expect(versions.map(({ state, version }) => `${state} ${version}`)).toEqual(["in_force 1"]);
  expect(versions[0]?.document).toContain('when: "months_since_first_sale > 4.5"');
  await page.getByRole("link", { name: "Editor" }).click();
  await main(page).getByRole("heading", { name: "Where to begin" }).waitFor();
  await done(page);
}, STORY_MS);

async function expectTriedAfter(page: Page, act: () => Promise<void>): Promise<Tried["answers"]> {
  const [answers] = await Promise.all([expectTried(page), act()]);
  return answers;
}

test("cards are added, filled, moved by keyboard and removed; a draft is discarded", async () => {
  const page = await at(fresh, "/rules/editor");
  await page.getByRole("button", { name: "Change the version in force" }).click();
  expect(await page.getByLabel("Version", { exact: true }).inputValue()).toBe("2");
  const rules = page.getByRole("region", { name: "Rules", exact: true });
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Short name").fill("pilots");
  await rules.getByText("It does not say why.", { exact: false }).waitFor();
  await page.getByLabel("Why", { exact: true }).fill("Pilots stay with whoever won them.");
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByRole("combobox", { name: "Fact of condition 1" }).click();
  await page.getByRole("option", { name: /^Segment/ }).click();
  await page.getByRole("combobox", { name: "Comparison of condition 1" }).click();
  await page.getByRole("option", { name: "is one of" }).click();
  const value = page.getByRole("combobox", { name: "Value of condition 1" });
  await value.click();
  await page.getByRole("option", { name: "Midmarket" }).click();
  await value.fill("Pilot");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await rules.getByText("If segment is Midmarket or Pilot:").waitFor();
  const ids = () => rules.getByRole("listitem").locator("span:text-matches('^[a-z-]+$')").allTextContents();
  await expect.poll(async () => (await ids()).at(-1)).toBe("pilots");
  const up = page.getByRole("button", { name: "Move pilots up" });
  await up.focus();
  for (let place = 6; place > 0; place -= 1) await page.keyboard.press("Enter");
  await expect.poll(async () => (await ids())[0]).toBe("pilots");
  expect(await up.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Remove with-account-manager" }).click();
  await expect.poll(async () => (await ids()).length).toBe(6);
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await main(page).getByRole("heading", { name: "Where to begin" }).waitFor();
  await done(page);
}, STORY_MS);

test("as text: a fault has its line, and the form opens once it is mended; conditions beyond rows stay text", async () => {
  const page = await at(fresh, "/rules/editor");
  await page.getByRole("button", { name: "Begin with “Product-led”" }).click();
  await page.getByText("Text", { exact: true }).click();
  const field = page.getByRole("textbox", { name: "The document as text" });
  const text = await field.inputValue();
  expect(text).toContain('when: "customer_rank <= 40"');
  await field.fill(text.replace("customer_rank <= 40", "custmer_rank <= 40"));
  const fault = main(page).getByRole("listitem").filter({ hasText: "custmer_rank" });
  await fault.getByText("customer_rank", { exact: false }).first().waitFor();
  await trial(page).getByText("One fault has to be mended", { exact: false }).waitFor();
  expect(await page.getByRole("button", { name: "Adopt…" }).isDisabled()).toBe(true);
  await picture(page, "rules-text-fault");
  await expectAccessible(page, "text with a fault");
  await fault.getByRole("button", { name: "Line 6" }).click();
  expect(await page.evaluate("document.activeElement.value.slice(0, document.activeElement.selectionStart).split('\\n').length")).toBe(6);
  await page.getByText("Form", { exact: true }).click();
  await main(page).getByRole("alert").getByText("The form opens once").waitFor();
  await field.fill(text.replace("customer_rank <= 40", "customer_rank <= 30"));
  await expect.poll(() => fault.count()).toBe(0);
  await page.getByText("Form", { exact: true }).click();
  const rules = page.getByRole("region", { name: "Rules", exact: true });
  await rules.getByText("If the customer's place by ARR is at most 30:").waitFor();

  await page.getByRole("button", { name: "Change already-there", exact: true }).click();
  const condition = page.getByLabel("Condition as text");
  await page.getByRole("button", { name: "Write this condition as rows" }).click();
  await page.getByText("more than rows can say", { exact: false }).waitFor();
  await condition.fill('owner_role == "hunter" ||');
  await rules.getByRole("listitem").filter({ hasText: "already-there" }).getByRole("alert").waitFor();
  await condition.fill('owner_role == "hunter" || !brief_complete');
  await page.getByRole("button", { name: "Write this condition as rows" }).click();
  await rules.getByText("If owner's role is hunter or the brief is not complete:").waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await done(page);
}, STORY_MS);

test("all three guidelines can be used as they are, in both languages", async () => {
  for (const [language, names, ready] of [
    ["en", ["The usual guideline", "Product-led", "Enterprise"], "Tried on the book as you see it."],
    ["zh-Hant", ["常見準則", "產品導向", "大型企業"], "以您可檢視的負責客戶群試算"],
  ] as const) {
    for (const name of names) {
      const page = await at(fresh, "/rules/editor", { language });
      await page.getByRole("button", { name: language === "en" ? `Begin with “${name}”` : `從「${name}」開始` }).click();
      await page.getByText(ready, { exact: false }).waitFor();
      expect(await main(page).getByRole("alert").count()).toBe(0);
      await done(page);
    }
  }
}, STORY_MS);

test("a version that comes later is listed and withdrawn; one that is over is refused in words", async () => {
  const page = await at(fresh, "/rules/editor");
  await page.getByRole("button", { name: "Change the version in force" }).click();
  const adopt = async (day: string) => {
    await page.getByLabel("In force from").fill(day);
    await page.getByRole("button", { name: "Adopt…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /^Adopt from/ }).click();
  };
  await adopt(ago(30));
  await page.getByRole("dialog").getByRole("alert").getByText("which is over", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await adopt(ago(-30));
  await page.getByText("is adopted and counts from", { exact: false }).waitFor();
  await page.getByRole("link", { name: "In force", exact: true }).click();
  const row = page.getByRole("row", { name: /Coming/ });
  await expectAccessible(page, "versions");
  await row.getByRole("button", { name: "Withdraw version 2" }).click();
  await page.getByRole("row", { name: /Withdrawn/ }).waitFor();
  expect((await ask<Versions>(page, "/rules")).versions.map(({ state }) => state)).toEqual(["withdrawn", "in_force"]);
  await done(page);
}, STORY_MS);

test("what a draft would have said over two years, and cancelling that", async () => {
  const page = await at(demo, "/rules/editor");
  await page.getByRole("button", { name: "Begin with “The usual guideline”" }).click();
  await trial(page).getByText("Tried on the book as you see it.", { exact: false }).waitFor();
  const panel = page.getByRole("region", { name: "The last two years" });
  let isHeld = true;
  await page.route("**/api/v1/rules/history", async (route) => {
    if (!isHeld) await route.continue();
  });
  await panel.getByRole("button", { name: "Look back" }).click();
  await panel.getByRole("progressbar").waitFor();
  const [ended] = await Promise.all([page.waitForEvent("requestfailed"), panel.getByRole("button", { name: "Cancel" }).click()]);
  expect(ended.url()).toContain("/rules/history");
  isHeld = false;
  await panel.getByRole("button", { name: "Look back" }).click();
  await panel.getByText("In these months", { exact: false }).waitFor();
  await picture(page, "rules-years");
  await panel.getByText("Table", { exact: true }).click();
  expect(await panel.locator("tbody tr").count()).toBe(24);
  await page.getByRole("region", { name: "Customers of each seller, before and after" }).getByText("Table", { exact: true }).click();
  await trial(page).getByText("Table", { exact: true }).click();
  await trial(page).getByRole("row", { name: /Hand off/ }).waitFor();
  await expectAccessible(page, "tables of the try-out");
  await done(page);
}, STORY_MS);

test("the editor on a phone", async () => {
  const page = await at(demo, "/rules/editor", { width: 390, language: "zh-Hant" });
  await page.getByRole("button", { name: "從「常見準則」開始" }).click();
  await page.getByRole("button", { name: "修改 first-sale-done", exact: true }).click();
  await page.getByText("以您可檢視的負責客戶群試算", { exact: false }).waitFor();
  await settled(page);
  await picture(page, "rules-editor-phone");
  await expectNoSidewaysScroll(page, "the editor on a phone");
  await expectAccessible(page, "the editor on a phone");
  await page.getByText("文字", { exact: true }).click();
  await page.getByRole("textbox", { name: "以文字撰寫的文件" }).waitFor();
  await picture(page, "rules-text-phone");
  await expectNoSidewaysScroll(page, "the text on a phone");
  await expectAccessible(page, "the text on a phone");
  await done(page);
}, STORY_MS);

test("the pages for everybody", async () => {
  for (const [name, address] of [["rules", "/rules"], ["rules-begin", "/rules/editor"]] as const) {
    await lookAtAll(browser, demo, address, name);
  }
}, 240_000);
