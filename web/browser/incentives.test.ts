// Incentives: the own statement with its questions, the team's, periods, the plan, and an editor that needs no syntax.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done, main, PREPARE_MS, STORY_MS, visit } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, type Look, open, picture, serve, type Server, settled, signIn } from "./support";

const SELLER = "daniel.keller@acme.example";
const HEAD = "olivia@acme.example";
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

/** Keeps what was looked at, by keyboard, once it can be kept: a key does not wait for a button that is not ready. */
async function keepAll(page: Page): Promise<void> {
  const keep = page.getByRole("button", { name: "Keep all rows" });
  await expect.poll(() => keep.isEnabled(), { timeout: 20_000 }).toBe(true);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await keep.press("Enter");
}

interface Line {
  amount: string;
  shared: boolean;
  others: { person: { name: string }; amount: string }[];
  because: { en: string }[];
}
interface Statement {
  period: string;
  periods: string[];
  lines: Line[];
  balances: { payable: string }[];
}

async function statement(page: Page, search = ""): Promise<Statement> {
  return (await page.request.get(`/api/v1/incentives/statement${search}`)).json() as Promise<Statement>;
}

test("where no plan is in force, those who write one are led there, others are told who does", async () => {
  const page = await open(browser, fresh);
  await signIn(page);
  await page.goto("/incentives");
  await settled(page);
  await main(page).getByRole("heading", { name: "No plan is in force yet" }).waitFor();
  await expectAccessible(page, "no plan");
  await page.getByRole("link", { name: "Write a plan" }).click();
  await page.getByRole("button", { name: "Begin with the usual plan" }).click();
  await main(page).getByText("New business: hunters, generalists get 8 % for new business", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/incentives\/plans$/);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await main(page).getByText("Coming", { exact: true }).waitFor();
  await done(page);
  const other = await open(browser, fresh);
  await signIn(other, "hunter");
  await other.goto("/incentives/plans");
  await settled(other);
  expect(await main(other).getByRole("button").count()).toBeLessThan(6);
  await expectAccessible(other, "a plan that comes");
  await done(other);
}, STORY_MS);

test("a seller reads every line with its rule, asks about one by keyboard, and the head of sales answers", async () => {
  const page = await as(SELLER, "/incentives");
  const own = await statement(page);
  await page.getByRole("combobox", { name: "Period" }).waitFor();
  const items = main(page).getByRole("list", { name: "Lines" }).locator(":scope > li");
  expect(await items.count()).toBe(own.lines.length);
  for (const line of own.lines) {
    for (const { en } of line.because) await main(page).getByText(en, { exact: true }).first().waitFor();
  }
  await main(page).getByRole("heading", { name: "What is to come" }).waitFor();
  const ask = main(page).getByRole("button", { name: /^Ask about this line/ }).first();
  await ask.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Your question" }).fill("Which contract is this of?");
  await expectAccessible(page, "asking");
  await page.getByRole("button", { name: "Send the question" }).press("Enter");
  await main(page).getByText("Which contract is this of?").waitFor();
  await expectAccessible(page, "statement");
  await done(page);
  const head = await as(HEAD, "/incentives/team");
  const card = main(head).getByRole("article", { name: "Which contract is this of?" });
  await card.getByRole("button", { name: "Reply" }).click();
  await card.getByRole("textbox", { name: "Your reply" }).fill("The one of last March.");
  await card.getByRole("button", { name: "Reply" }).click();
  await card.getByText("Answered", { exact: true }).waitFor();
  await done(head);
}, STORY_MS);

test("periods are computed and say what came of it; twice changes nothing", async () => {
  const page = await as(HEAD, "/incentives/team");
  const compute = page.getByRole("button", { name: /^Compute / });
  await compute.click();
  await page.getByRole("status").filter({ hasText: "Nothing new" }).waitFor();
  expect(await page.getByRole("button", { name: /^Close / }).isDisabled()).toBe(true);
  await page.getByRole("link", { name: "Daniel Keller" }).click();
  await page.waitForURL(/\/incentives\/people\//);
  await main(page).getByRole("heading", { name: "Lines" }).waitFor();
  await done(page);
}, STORY_MS);

test("the editor needs no syntax: a rate is changed, tried at once, and the draft is saved", async () => {
  const page = await as(HEAD, "/incentives/plans");
  await page.getByRole("button", { name: "Open in the editor" }).or(page.getByRole("link", { name: "Open in the editor" })).first().click();
  await page.waitForURL(/\/incentives\/editor$/);
  const trial = page.getByRole("region", { name: "What it would have paid" });
  await trial.getByText("beside Acme Cloud 1", { exact: false }).waitFor();
  const before = await trial.getByRole("list").first().textContent();
  const expansion = page.getByRole("group", { name: "Expansion" });
  const tried = page.waitForResponse((response) => response.url().endsWith("/plans/try") && response.ok());
  await expansion.getByRole("textbox", { name: "Rate" }).fill("12");
  await tried;
  await page.getByText("get 12 % for", { exact: false }).first().waitFor();
  await page.waitForFunction((text) => document.querySelector('section[aria-label="What it would have paid"] ul')?.textContent !== text, before);
  await picture(page, "incentives-editor");
  await expectAccessible(page, "editor");
  const limits = page.getByRole("region", { name: "Limits" });
  await limits.getByRole("button", { name: "Add a cap" }).click();
  const cap = limits.getByRole("group", { name: "cap-1" });
  await cap.getByRole("textbox", { name: "Amount in USD" }).fill("900");
  await cap.getByRole("group", { name: "Of what" }).getByText("Expansion", { exact: true }).click();
  await main(page).getByText("At most: everybody gets 900.00 USD a quarter of Expansion.", { exact: true }).waitFor();
  await limits.getByRole("button", { name: "Add a guarantee" }).click();
  await main(page).getByText("in the first 3 months", { exact: false }).waitFor();
  const others = page.getByRole("region", { name: "Other currencies" });
  await others.getByRole("button", { name: "Add a rate" }).click();
  await others.getByRole("group", { name: "Rate 1" }).getByRole("textbox", { name: "Worth in USD" }).fill("1.08");
  await page.locator("[data-old]").waitFor({ state: "detached" });
  await picture(page, "incentives-editor-limits");
  await expectAccessible(page, "limits");
  await expectNoSidewaysScroll(page, "limits");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/incentives\/plans$/);
  await main(page).getByText("get 12 % for", { exact: false }).first().waitFor();
  await main(page).getByText("everybody gets 900.00 USD a quarter of Expansion", { exact: false }).first().waitFor();
  await done(page);
}, STORY_MS);

interface Unpaid {
  items: { event: string; unit_id: string; open: string; currency: string; waits: { person: { name: string } }[] }[];
  total: number;
}

async function unpaid(page: Page): Promise<Unpaid> {
  return (await page.request.get("/api/v1/incentives/payments")).json() as Promise<Unpaid>;
}

test("a file of payments says what it means, is refused as a whole with every place, and is kept when all of it fits", async () => {
  const page = await as(HEAD, "/incentives/payments");
  const before = await unpaid(page);
  const [first] = before.items;
  if (first === undefined) throw new Error("nothing waits for a payment in the demo company");
  const header = "payment_id,date,unit_id,amount,currency,of";
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const good = `INV-1,${day},${first.unit_id},1.00,${first.currency},${first.event}`;
  const file = (rows: string[]) => ({ name: "payments.csv", mimeType: "text/csv", buffer: Buffer.from([header, ...rows].join("\n")) });
  const choose = page.locator("input[type=file]");
  await choose.setInputFiles(file([good, `INV-2,${day},nowhere,1.00,USD,`]));
  const refused = page.getByRole("table", { name: "Rows that cannot be kept" });
  await refused.getByRole("cell", { name: "nowhere", exact: true }).waitFor();
  await refused.getByText("write its id or the name that its source gives it", { exact: false }).waitFor();
  await page.getByRole("status").filter({ hasText: "so nothing can be kept" }).waitFor();
  expect(await page.getByRole("button", { name: "Keep all rows" }).isDisabled()).toBe(true);
  await expectAccessible(page, "payments refused");
  expect((await unpaid(page)).total).toBe(before.total);
  await page.getByRole("button", { name: "Throw away" }).click();
  await choose.setInputFiles(file([good]));
  const means = page.getByRole("table", { name: "What the rows mean" });
  await means.getByText(first.waits[0]?.person.name ?? "", { exact: false }).first().waitFor();
  await picture(page, "incentives-payments-preview");
  await expectAccessible(page, "payments preview");
  await page.getByRole("button", { name: "Keep all rows" }).click();
  await page.getByText("1 payment is kept", { exact: false }).waitFor();
  await done(page);
}, STORY_MS);

test("one payment is entered by keyboard, for all that is open", async () => {
  const page = await as(HEAD, "/incentives/payments");
  const before = await unpaid(page);
  const [first] = before.items;
  await page.getByRole("searchbox", { name: "Customer, unit or person" }).fill(first?.waits[0]?.person.name ?? "");
  const enter = page.getByRole("button", { name: /^Enter a payment/ }).first();
  await enter.focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Enter a payment" });
  await form.getByRole("textbox", { name: "Payment" }).fill("INV-3");
  await form.getByLabel("Paid on").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await expectAccessible(page, "one payment");
  await form.getByRole("button", { name: "See what it means" }).press("Enter");
  await page.getByRole("heading", { name: "What INV-3 means" }).waitFor();
  await keepAll(page);
  await page.getByText("1 payment is kept", { exact: false }).waitFor();
  await expect.poll(async () => (await unpaid(page)).total).toBe(before.total - 1);
  await done(page);
}, STORY_MS);

test("a long list of questions is narrowed by state and words", async () => {
  const page = await as(HEAD, "/incentives/team");
  const questions = page.getByRole("region", { name: "Questions" });
  const cards = questions.getByRole("article");
  await cards.first().waitFor();
  const all = await cards.count();
  await questions.getByRole("searchbox", { name: "Words" }).fill("account manager twice");
  await expect.poll(() => cards.count()).toBeLessThan(all);
  await questions.getByRole("article", { name: /account manager twice/ }).waitFor();
  await questions.getByRole("searchbox", { name: "Words" }).fill("nobody asked this");
  await questions.getByText("0 questions.").waitFor();
  await questions.getByRole("searchbox", { name: "Words" }).fill("");
  await questions.getByRole("combobox", { name: "State" }).click();
  await page.getByRole("option", { name: "Waits for an answer" }).click();
  await questions.getByText("Open", { exact: true }).first().waitFor();
  await expectAccessible(page, "questions narrowed");
  await done(page);
}, STORY_MS);

test("a plan for some people is written beside the one in force, and refused where it would pay them twice", async () => {
  const page = await open(browser, demo);
  await signIn(page);
  await page.goto("/incentives/plans");
  await settled(page);
  await page.getByRole("link", { name: "Write a plan for others" }).click();
  await page.waitForURL(/\/incentives\/editor$/);
  await main(page).getByText("It is for inside account managers.", { exact: true }).waitFor();
  await page.getByRole("group", { name: "Whom the plan is for" }).getByText("Hunter", { exact: true }).click();
  await main(page).getByText("It is for inside account managers, hunters.", { exact: true }).waitFor();
  await page.getByRole("combobox", { name: "Not these people" }).or(page.getByRole("textbox", { name: "Not these people" })).first().click();
  await page.getByRole("option", { name: "Daniel Keller" }).click();
  await main(page).getByText("but not for Daniel Keller.", { exact: false }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("option").first().waitFor({ state: "hidden" });
  await expectAccessible(page, "whom a plan is for");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/incentives\/plans$/);
  const draft = page.getByRole("region", { name: /^Draft: Another plan/ });
  await draft.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByText("would both pay", { exact: false }).first().waitFor();
  await expectAccessible(page, "a plan that meets another");
  await done(page);
}, STORY_MS);

const LOOKS = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "en", scheme: "dark", width: 390 },
  { language: "zh-Hant", scheme: "light", width: 390 },
  { language: "zh-Hant", scheme: "dark", width: 1440 },
] as const;

test.each([
  ["statement", SELLER, "/incentives"],
  ["team", HEAD, "/incentives/team"],
  ["payments", HEAD, "/incentives/payments"],
  ["plans", HEAD, "/incentives/plans"],
])("%s in both languages and schemes, wide and narrow", async (name, email, address) => {
  for (const look of LOOKS) {
    const page = await as(email, address, look);
    const where = `incentives-${name}-${look.language}-${look.scheme}-${look.width}`;
    await picture(page, where);
    await expectNoSidewaysScroll(page, where);
    await expectAccessible(page, where);
    await done(page);
  }
}, STORY_MS);

test("on paper a statement is its lines and nothing else", async () => {
  const page = await as(SELLER, "/incentives");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "Pages of the incentives" }).isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  await main(page).getByRole("list", { name: "Lines" }).waitFor();
  await picture(page, "incentives-print");
  await done(page);
}, STORY_MS);
