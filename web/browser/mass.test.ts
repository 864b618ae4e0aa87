// A seller leaves: everything is looked at, a receiver changed and a unit left out by hand, the run watched and taken back whole; the results of
// handoffs; and what is new. As sales operations sees it, in both languages, wide and narrow.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PREPARE_MS, STORY_MS } from "./demo";
import { browse, expectAccessible, expectNoErrors, expectNoSidewaysScroll, open, picture, serve, type Server, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: ["--customers", "120"] }), browse()]);
  page = await open(browser, server);
  await signIn(page);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const main = () => page.getByRole("main");

async function go(address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Looks at what is there, wide and on a phone. */
async function look(name: string): Promise<void> {
  await picture(page, name);
  await expectAccessible(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `${name}-390`);
  await expectNoSidewaysScroll(page, `${name} on a phone`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The seller with most units, for whom there is most to see. */
async function leaver(): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/sellers")).json()) as { items: { id: string; name: string; role: string }[] };
  let best = { name: "", units: 0 };
  for (const { id, name } of items.filter((one) => one.role === "generalist")) {
    const wanted = { cause: { kind: "leaver", seller: id, gone: "2030-01-01" }, playbook: "small", role: "account_manager" };
    const found = (await (await page.request.post("/api/v1/handoffs/mass/preview", { data: { wanted }, headers: { "sec-fetch-site": "same-origin" } })).json()) as { totals: { planned: number } };
    if (found.totals.planned > best.units) best = { name, units: found.totals.planned };
  }
  return best.name;
}

test("everything that a seller has is looked at, handed over in one run, and taken back", async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const name = await leaver();
  await go("/handoffs/mass");
  await look("mass-empty");
  await main().getByRole("link", { name: "Hand many over" }).click();
  await settled(page);
  await main().getByText("Choose who leaves").waitFor();
  await page.getByRole("combobox", { name: "Person" }).click();
  await page.getByRole("option", { name, exact: true }).click();
  await main().getByRole("region", { name: "What moves and what stays" }).waitFor();
  await look("mass-preview");

  // Why somebody receives a unit; somebody else is chosen; a unit is left out.
  const units = main().locator("ul > li").filter({ has: page.getByRole("button", { name: /^Leave out:/ }) });
  const first = units.filter({ has: page.getByRole("button", { name: /^Why this receiver/ }) }).first();
  await first.getByRole("button", { name: /^Why this receiver/ }).click();
  await first.getByText("As it stands today", { exact: false }).waitFor();
  await picture(page, "mass-why");
  await expectAccessible(page, "why a receiver");
  const before = await main().getByRole("button", { name: /^Begin \d+ handoffs?$/ }).textContent();
  const out = await units.last().getByRole("button", { name: /^Leave out:/ }).getAttribute("aria-label");
  await units.last().getByRole("button", { name: /^Leave out:/ }).click();
  await main().getByText(/1 unit is left out|units are left out/).waitFor();
  expect(await main().getByRole("button", { name: /^Begin \d+ handoffs?$/ }).textContent()).not.toBe(before);
  await main().getByText("By hand (1)").click();
  await main().getByRole("button", { name: (out ?? "").replace("Leave out", "Take in") }).waitFor();

  // The run is watched until it is done.
  await main().getByRole("button", { name: /^Begin \d+ handoffs?$/ }).click();
  await page.waitForURL(/\/handoffs\/mass\/\d+$/);
  await main().getByText("Done", { exact: true }).waitFor();
  await settled(page);
  await look("mass-run");
  await main().getByRole("link", { name: /./ }).nth(1).click();
  await page.waitForURL(/\/handoffs\/\d+/);
  await main().getByText("Preparing", { exact: true }).first().waitFor();
  await page.goBack();

  // And taken back whole.
  await main().getByLabel("Reason").fill("She stays after all.");
  await main().getByRole("button", { name: "Take back", exact: true }).click();
  await main().getByText("Taken back", { exact: true }).first().waitFor();
  await main().getByText("Called off", { exact: true }).first().waitFor();
  await go("/handoffs/mass");
  await look("mass-runs");
  expectNoErrors();
}, STORY_MS);

test("what handoffs came to is read from pictures, and says where there is too little", async () => {
  await go("/handoffs/report");
  await main().getByText("not enough data", { exact: false }).first().waitFor();
  await main().getByText("Gates that were overridden").waitFor();
  await look("report");
  expectNoErrors();
}, STORY_MS);

test("what is new is counted, read and said in Chinese", async () => {
  await go("/notices");
  await look("notices");
  await signIn(page, "admin", "zh-Hant");
  for (const [address, title, name] of [
    ["/notices", "最新消息", "notices-zh"], ["/handoffs/report", "已交接客戶的後續發展", "report-zh"], ["/handoffs/mass", "批次", "mass-zh"], ["/handoffs/mass/new", "誰要離職", "mass-new-zh"],
  ] as const) {
    await go(address);
    await main().getByText(title, { exact: false }).first().waitFor();
    await picture(page, name);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await go("/handoffs/report");
  await expectNoSidewaysScroll(page, "the results in Chinese on a phone");
  await picture(page, "report-zh-390");
  expectNoErrors();
}, STORY_MS);
