// How recurring revenue moves: what is shown adds up, opens to what it is made of, and says what it leaves out.
import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse, expectAccessible, expectNoErrors, files, lookAtAll, open, picture, sameSite, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: [] }), browse()]);
  page = await open(browser, server);
  await signIn(page);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const main = () => page.getByRole("main");

/** Cents, exactly. */
function cents(text: string): bigint {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(2, "0"));
}

/** What a click on a button saves, as rows by the names in the head. */
async function saved(button: Locator): Promise<Record<string, string>[]> {
  const waiting = page.waitForEvent("download");
  await button.click();
  const text = readFileSync(await (await waiting).path(), "utf8").replace("\ufeff", "");
  const [head = [], ...rows] = text.trimEnd().split("\r\n").map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "")) ?? []);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

const moved = (row: Record<string, string>) => ["new", "reactivation", "expansion"].reduce((sum, name) => sum + cents(row[name] ?? "0"), 0n) - ["contraction", "churn"].reduce((sum, name) => sum + cents(row[name] ?? "0"), 0n);

test("every month adds up, and the file holds what is shown", async () => {
  await page.goto("/revenue?months=24");
  await settled(page);
  const rows = await saved(main().getByRole("button", { name: "Download CSV" }));
  expect(rows).toHaveLength(24);
  for (const row of rows) expect(cents(row["start"] ?? "") + moved(row), row["month"]).toBe(cents(row["end"] ?? ""));
  const table = main().getByRole("table", { name: "Start, movements and end of each month" });
  expect(await table.locator("tbody tr").count()).toBe(24);
  expect(await table.locator("tbody tr").first().locator("td").last().textContent()).toContain(Math.round(Number(rows.at(-1)?.["end"])).toLocaleString("en"));
  expectNoErrors();
});

test("a click on a month takes it apart, down to the customers, and that adds up too", async () => {
  await page.goto("/revenue?months=24");
  await settled(page);
  const picked = main().getByRole("img", { name: "What moved it" });
  const box = await picked.boundingBox();
  await picked.click({ position: { x: (box?.width ?? 0) * 0.6, y: (box?.height ?? 0) / 2 } });
  await page.waitForURL(/month=\d{4}-\d{2}/);
  const month = new URL(page.url()).searchParams.get("month") ?? "";
  await settled(page);
  const whole = (await (await page.request.get(`/api/v1/arr?from=${month}&to=${month}`)).json()) as { groups: { months: Record<string, { amount: string }>[] }[] };
  const total = whole.groups[0]?.months[0];
  const rows = await saved(main().getByRole("button", { name: "CSV of this table" }));
  expect(rows.length).toBeGreaterThan(0);
  for (const part of ["new", "expansion", "churn"]) {
    expect(rows.reduce((sum, row) => sum + cents(row[part] ?? "0"), 0n), part).toBe(cents(total?.[part]?.amount ?? ""));
  }
  await picture(page, "revenue-month");
  await expectAccessible(page, "a month taken apart");
  await main().getByRole("table", { name: /^Who moved it/ }).locator("tbody a").first().click();
  await page.waitForURL(/\/customers\/\d+/);
  await page.goBack();
  await page.waitForURL(new RegExp(`month=${month}`));
  expectNoErrors();
});

test("the keyboard takes a month apart as well", async () => {
  await page.goto("/revenue");
  await settled(page);
  const button = main().getByRole("table", { name: "Start, movements and end of each month" }).getByRole("button", { name: /^Take/ }).nth(1);
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/month=/);
  await main().getByText("One month, and who moved it.").waitFor();
  await main().getByText("Seller", { exact: true }).last().click();
  await page.waitForURL(/of=seller/);
  expectNoErrors();
});

test("layers by segment, with a table for those who do not see them", async () => {
  await page.goto("/revenue?months=12");
  await settled(page);
  const curve = main().getByRole("region", { name: "ARR", exact: true }).first();
  await curve.getByText("Segment", { exact: true }).click();
  await page.waitForURL(/by=segment/);
  await curve.getByRole("listitem").filter({ hasText: "Enterprise" }).waitFor();
  await curve.getByText("Table", { exact: true }).click();
  await curve.getByRole("columnheader", { name: "Enterprise" }).waitFor();
  expect(await curve.locator("tbody tr").count()).toBe(12);
  await picture(page, "revenue-segments");
  expectNoErrors();
});

test("one currency alone is in its own money", async () => {
  await page.goto("/revenue");
  await settled(page);
  await page.getByRole("combobox", { name: "Currency" }).click();
  await page.getByRole("option", { name: "EUR alone" }).click();
  await page.waitForURL(/currency=EUR/);
  await expect.poll(() => main().getByRole("table", { name: "Start, movements and end of each month" }).locator("tbody td").last().textContent()).toContain("€");
  expectNoErrors();
});

test("retention is shown with what it is counted from", async () => {
  await page.goto("/revenue");
  await settled(page);
  const { cohort, grr } = (await (await page.request.get("/api/v1/arr")).json()) as { cohort: { units: number; start: { amount: string }; kept: { amount: string } }; grr: { value: number } };
  const panel = main().getByRole("region", { name: "How retention is counted" });
  await panel.getByText(`${cohort.units} units had ARR on`).waitFor();
  const share = (100 * Number(cohort.kept.amount)) / Number(cohort.start.amount);
  expect(Math.abs(share - grr.value)).toBeLessThan(0.01);
  expect(await panel.locator("tbody tr").nth(1).textContent()).toContain(`${grr.value.toFixed(2)}%`);
  expectNoErrors();
});

test("a manager sees the books of the team, and is told so", async () => {
  const own = await open(browser, server);
  expect((await own.request.post("/api/v1/session", { data: { email: "chia-ying.lin@acme.example", password: "tandem-demo" }, headers: sameSite })).status()).toBe(200);
  expect((await own.request.patch("/api/v1/me", { data: { locale: "en" }, headers: sameSite })).status()).toBe(204);
  const all = (await (await page.request.get("/api/v1/arr")).json()) as { sellers: number };
  const team = (await (await own.request.get("/api/v1/arr")).json()) as { sellers: number };
  expect(team.sellers).toBeLessThan(all.sellers);
  await own.goto("/revenue?months=12");
  await settled(own);
  await own.getByText(`You see the units in the books of ${team.sellers} sellers of your team`).waitFor();
  await own.context().close();
  expectNoErrors();
});

test("what a total leaves out for lack of a rate is said before the total", async () => {
  const contents = {
    "sellers.csv": "seller_id,name,email,role,manager_id,team,lat,lon,start_date,end_date,hours_per_week\ns1,Ada,,generalist,,,,,2024-01-01,,40\n",
    "customers.csv": "customer_id,name,segment,industry,country,region,city,postal_code,lat,lon,parent_id,created_date\nc1,Nordlys AB,,,SE,,,,,,,2024-01-01\nc2,Acme Inc,,,US,,,,,,,2024-01-01\n",
    "subscriptions.csv": "subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nx1,c1,,core,1000,SEK,2024-02-01,\nx2,c2,,core,2000,USD,2024-02-01,\n",
  };
  const other = await serve({ prepare: ({ tandem, folder }) => void tandem(["import", ...files(`${folder}/own`, contents)]) });
  const own = await open(browser, other);
  await signIn(own);
  await own.goto("/revenue");
  await settled(own);
  await own.getByText("Left out for lack of a rate: SEK").waitFor();
  await picture(own, "revenue-left-out");
  await expectAccessible(own, "left out");
  await own.getByRole("link", { name: "Load rates" }).click();
  await own.waitForURL(/\/settings/);
  await own.context().close();
  await other.stop();
  expectNoErrors();
});

test("the page of revenue for everybody", async () => {
  await lookAtAll(browser, server, "/revenue?months=24", "revenue");
}, 240_000);

test("a month by seller for everybody", async () => {
  await lookAtAll(browser, server, "/revenue?months=24&by=seller&month=2026-08&of=seller", "revenue-sellers");
}, 240_000);
