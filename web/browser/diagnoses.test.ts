// Whether the team is stretched: what the answer stands on, the verdict, pictures with tables, each number with its uncertainty.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse, expectAccessible, expectNoErrors, expectNoSidewaysScroll, lookAtAll, open, picture, sameSite, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

interface Finding {
  measure: string;
  answer: string;
  estimate: number | null;
}
interface Diagnosis {
  scope: string;
  verdict: string | null;
  findings: Finding[];
  seen: { code: string; text: string }[];
  slowdown: { points: { month: string; won: number }[] } | null;
  sellers: { seller: { name: string } }[];
}

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: [] }), browse()]);
  page = await open(browser, server);
  page.setDefaultTimeout(60_000);
  await signIn(page);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const main = () => page.getByRole("main");
const diagnosis = async (of: Page) => (await of.request.get("/api/v1/diagnosis", { timeout: 120_000 })).json() as Promise<Diagnosis>;

/** Signs in as somebody of the demo company. */
async function as(email: string, width: 1440 | 390 = 1440): Promise<Page> {
  const own = await open(browser, server, { width });
  own.setDefaultTimeout(60_000);
  expect((await own.request.post("/api/v1/session", { data: { email, password: "tandem-demo" }, headers: sameSite })).status()).toBe(200);
  expect((await own.request.patch("/api/v1/me", { data: { locale: "en" }, headers: sameSite })).status()).toBe(204);
  return own;
}

test("what the answer stands on, then the verdict in words, then the questions", async () => {
  const found = await diagnosis(page);
  await page.goto("/stretched");
  await settled(page);
  const headings = await main().getByRole("heading", { level: 2 }).allTextContents();
  expect(headings[0]).toBe("What the answer stands on");
  expect(headings[1]).toBe(found.seen[0]?.text);
  expect(headings[2]).toBe("Six questions, one by one");
  await main().getByText("How sure:").waitFor();
  await main().getByRole("heading", { level: 3, name: "What to try next" }).waitFor();
  await main().getByRole("heading", { level: 3, name: "What would change this answer" }).waitFor();
  expectNoErrors();
}, 120_000);

test("each question has its answer, and each estimate its interval", async () => {
  const found = await diagnosis(page);
  const words: Record<string, string> = { yes: "Yes", no: "No", not_distinguishable: "Cannot tell", not_enough_data: "Too little data" };
  const lines = main().getByRole("region", { name: "Six questions, one by one" }).getByRole("listitem");
  expect(await lines.count()).toBe(found.findings.length);
  for (const [index, finding] of found.findings.entries()) {
    await lines.nth(index).getByText(words[finding.answer] ?? "", { exact: true }).waitFor();
    expect(await lines.nth(index).getByRole("img", { name: /95 % interval/ }).count()).toBe(finding.estimate === null ? 0 : 1);
  }
  // Sentences of codes, not the codes themselves.
  expect(await main().textContent()).not.toMatch(/not_distinguishable|not_enough_data|\{\{/);
  expectNoErrors();
}, 120_000);

test("the pictures have tables with the same months", async () => {
  const found = await diagnosis(page);
  const won = main().getByRole("region", { name: "New customers each month" });
  await won.getByText("Table", { exact: true }).click();
  const rows = won.locator("tbody tr");
  expect(await rows.count()).toBe(found.slowdown?.points.length);
  expect(await rows.last().locator("td").nth(1).textContent()).toContain(String(found.slowdown?.points.at(-1)?.won));
  for (const name of ["Since when new business is slower", "Hours against customers held"]) {
    await main().getByRole("region", { name }).getByText("Table", { exact: true }).click();
    expect(await main().getByRole("region", { name }).locator("tbody tr").count()).toBeGreaterThan(10);
  }
  await expectAccessible(page, "tables of the diagnosis");
  expectNoErrors();
}, 120_000);

test("another day is in the address, and a day that has not come is refused in words", async () => {
  const day = page.getByLabel("As of");
  await day.fill("2026-06-30");
  await day.blur();
  await page.waitForURL(/as_of=2026-06-30/);
  await settled(page);
  expect(await page.getByLabel("As of").inputValue()).toBe("2026-06-30");
  await page.goto("/stretched?as_of=2999-01-01");
  await main().getByRole("alert").getByText(/has not come yet/).waitFor();
  expectNoErrors();
}, 120_000);

test("a manager sees the team, a seller only the own months and no verdict", async () => {
  const manager = await as("chia-ying.lin@acme.example");
  await manager.goto("/stretched");
  await settled(manager);
  await manager.getByText("Your team,").waitFor();
  const seller = await as("daniel.keller@acme.example", 390);
  await seller.goto("/stretched");
  await settled(seller);
  await seller.getByRole("heading", { level: 2, name: "Your own months" }).waitFor();
  expect(await seller.getByText("How sure:").count()).toBe(0);
  expect((await diagnosis(seller)).sellers.length).toBeLessThanOrEqual(1);
  await picture(seller, "stretched-own");
  await expectNoSidewaysScroll(seller, "one's own months");
  await expectAccessible(seller, "one's own months");
  await Promise.all([manager.context().close(), seller.context().close()]);
  expectNoErrors();
}, 160_000);

test("the page for everybody", async () => {
  await lookAtAll(browser, server, "/stretched", "stretched");
}, 300_000);
